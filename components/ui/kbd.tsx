import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A key on the keyboard. */
export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      className={cn(
        "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line-strong px-1 font-sans text-xs text-soft",
        className,
      )}
      {...props}
    />
  );
}
