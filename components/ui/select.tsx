"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { buttonStyle } from "./button";
import { cn } from "./cn";

export type SelectItem<Value extends string> = { value: Value; label: ReactNode };

type SelectProps<Value extends string> = {
  /** Its accessible name. */
  label: string;
  items: readonly SelectItem<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string;
};

/** One of a handful. For long lists with search, see `Combobox`. */
export function Select<Value extends string>({ label, items, value, onValueChange, className }: SelectProps<Value>) {
  return (
    <Base.Root items={items} value={value} onValueChange={(next) => next !== null && onValueChange(next)}>
      <Base.Trigger
        aria-label={label}
        className={cn(buttonStyle(), "justify-between gap-2 pr-2 font-normal", className)}
      >
        <Base.Value />
        <Base.Icon>
          <ChevronDown className="text-faint" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup className="max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-lg bg-raised p-1 shadow-float outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            <Base.List>
              {items.map((item) => (
                <Base.Item
                  key={item.value}
                  value={item.value}
                  className="flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 text-sm outline-none select-none data-highlighted:bg-hover max-md:min-h-11"
                >
                  <Base.ItemText className="flex flex-1 items-center gap-2">{item.label}</Base.ItemText>
                  <Base.ItemIndicator>
                    <Check />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
