"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { IconButton } from "./icon-button";

type ToastAction = { label: string; onClick: () => void };
type ToastOptions = { detail?: string; action?: ToastAction };

const manager = Base.createToastManager<{ action?: ToastAction }>();

/**
 * Says that something happened elsewhere on the screen. Good news goes away by itself; bad news stays until it is
 * closed, because it may need to be read twice.
 */
export const toast = {
  good(title: string, { detail, action }: ToastOptions = {}) {
    return manager.add({ type: "good", title, description: detail, data: { action } });
  },
  bad(title: string, { detail, action }: ToastOptions = {}) {
    return manager.add({ type: "bad", title, description: detail, data: { action }, timeout: 0 });
  },
  close(toastId: string) {
    manager.close(toastId);
  },
};

/** Mounted once, around everything that may show a toast. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <Base.Provider toastManager={manager} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport
          aria-label={t("toasts")}
          className="fixed right-4 bottom-4 z-50 flex w-88 max-w-[calc(100vw-2rem)] flex-col gap-2 max-md:bottom-18"
        >
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const t = useTranslations("ui");
  const { toasts } = Base.useToastManager<{ action?: ToastAction }>();
  return toasts.map((item) => (
    <Base.Root
      key={item.id}
      toast={item}
      className="rounded-lg bg-raised shadow-float transition-[opacity,translate] data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Base.Content className="flex items-start gap-2.5 py-2 pr-2 pl-3">
        {item.type === "bad" ? (
          <CircleAlert aria-hidden="true" className="mt-1.5 text-bad" />
        ) : (
          <CircleCheck aria-hidden="true" className="mt-1.5 text-good" />
        )}
        <div className="min-w-0 flex-1 py-1">
          <Base.Title className="font-medium" />
          <Base.Description className="mt-0.5 break-words text-soft" />
          {item.data?.action && (
            <Button
              size="sm"
              className="mt-2"
              onClick={() => {
                item.data?.action?.onClick();
                manager.close(item.id);
              }}
            >
              {item.data.action.label}
            </Button>
          )}
        </div>
        <Base.Close render={<IconButton label={t("dismiss")} />}>
          <X />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
