import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";
import { cn } from "@/components/ui/cn";
import { getTranslator } from "@/lib/i18n/get-translator";
import { DoorTitle } from "./door-title";

type DoorProps = {
  /** Left out where what stands inside brings its own, a `DoorTitle`. */
  title?: string;
  /** For more than a sentence and a button. */
  isWide?: boolean;
  children: ReactNode;
};

/** The frame of the screens in front of the desk: sign-in, setup, not invited. */
export function Door({ title, isWide = false, children }: DoorProps) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className={cn("w-full", isWide ? "max-w-lg" : "max-w-96")}>
        <p className="mb-6 flex items-center gap-2.5 text-lg font-semibold">
          <Mark className="size-8" />
          {getTranslator("shell")("product")}
        </p>
        <div className="flex flex-col gap-4 rounded-lg border bg-surface p-6">
          {title !== undefined && <DoorTitle>{title}</DoorTitle>}
          {children}
        </div>
      </div>
    </main>
  );
}
