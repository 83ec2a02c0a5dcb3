"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Name it with `aria-label`, `aria-labelledby`, or by standing inside a `<label>`. */
export function Checkbox({ className, indeterminate, ...props }: ComponentProps<typeof Base.Root>) {
  return (
    <Base.Root
      indeterminate={indeterminate}
      className={cn(
        "relative flex size-4 shrink-0 items-center justify-center rounded-sm border border-faint bg-surface transition-colors after:absolute after:-inset-3 data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50 data-indeterminate:border-accent data-indeterminate:bg-accent",
        className as string,
      )}
      {...props}
    >
      <Base.Indicator className="text-on-accent data-unchecked:hidden">
        {indeterminate ? <Minus className="size-3 stroke-2" /> : <Check className="size-3 stroke-2" />}
      </Base.Indicator>
    </Base.Root>
  );
}
