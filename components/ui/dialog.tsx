"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl";
import { cn } from "./cn";
import { findField } from "./find-field";
import { IconButton } from "./icon-button";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the main action last. Stays in view while the content scrolls. */
  footer?: ReactNode;
  /** `lg` for lists and payloads. */
  size?: "sm" | "lg";
  children?: ReactNode;
};

/** A modal. Escape and a click outside close it; focus returns to where it was. Fills the screen on phones when `lg`. */
export function Dialog({ open, onOpenChange, title, description, footer, size = "sm", children }: DialogProps) {
  const t = useTranslations("ui");
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-overlay transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 grid place-items-center overflow-hidden p-4 max-md:p-0 max-md:data-[size=sm]:p-4">
          <Base.Popup
            ref={popup}
            // Where one writes first. Not the first button: that is the one that closes. A finger gets no keyboard unasked.
            initialFocus={() =>
              (window.matchMedia("(pointer: coarse)").matches ? null : findField(popup.current)) ?? popup.current
            }
            className={cn(
              "flex max-h-[calc(100dvh-2rem)] w-full flex-col rounded-lg bg-raised shadow-float outline-none transition-[opacity,scale] data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0",
              size === "sm"
                ? "max-w-md max-md:w-[calc(100%-2rem)]"
                : "max-w-2xl max-md:h-dvh max-md:max-h-dvh max-md:rounded-none",
            )}
          >
            <header className="flex items-start gap-3 px-5 pt-4 pb-3">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-lg font-semibold">{title}</Base.Title>
                {description && <Base.Description className="mt-1 text-soft">{description}</Base.Description>}
              </div>
              <Base.Close render={<IconButton label={t("close")} className="-mt-1 -mr-2" />}>
                <X />
              </Base.Close>
            </header>
            {children && <div className="flex min-h-0 flex-1 flex-col px-5 pb-4">{children}</div>}
            {footer && (
              <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-5 py-3">{footer}</footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
