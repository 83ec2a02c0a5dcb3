"use client";

import { Switch as Base } from "@base-ui/react/switch";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** On or off, at once; faint while it cannot be moved. Name it with `aria-label`, `aria-labelledby` or a `Field`. */
export function Switch({ className, ...props }: ComponentProps<typeof Base.Root>) {
  return (
    <Base.Root
      className={cn(
        "relative inline-flex h-5 w-8.5 shrink-0 rounded-full bg-faint p-0.5 transition-colors after:absolute after:-inset-3 data-checked:bg-accent data-disabled:opacity-50 data-readonly:cursor-default data-readonly:opacity-50",
        className as string,
      )}
      {...props}
    >
      <Base.Thumb className="block size-4 rounded-full bg-canvas transition-transform data-checked:translate-x-3.5" />
    </Base.Root>
  );
}
