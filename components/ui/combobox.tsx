"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown, Search } from "lucide-react";
import type { ReactNode } from "react";
import { buttonStyle } from "./button";
import { cn } from "./cn";

export type ComboboxItem = { value: string; label: string };

type ComboboxProps<Item extends ComboboxItem> = {
  /** Its accessible name. */
  label: string;
  items: readonly Item[];
  /** `null` chooses nothing; the placeholder is shown. */
  value: string | null;
  onValueChange: (value: string) => void;
  placeholder?: string;
  searchPlaceholder: string;
  /** Shown when no item matches what was typed. */
  emptyText: string;
  /** How an item looks in the list and on the button; its label by default. */
  renderItem?: (item: Item) => ReactNode;
  variant?: "secondary" | "ghost";
  defaultOpen?: boolean;
  className?: string;
};

/** One of many: a button that opens a list with a search field. */
export function Combobox<Item extends ComboboxItem>({
  label,
  items,
  value,
  onValueChange,
  placeholder,
  searchPlaceholder,
  emptyText,
  renderItem = (item) => item.label,
  variant = "secondary",
  defaultOpen = false,
  className,
}: ComboboxProps<Item>) {
  const selected = items.find((item) => item.value === value) ?? null;
  return (
    <Base.Root
      defaultOpen={defaultOpen}
      items={items}
      value={selected}
      onValueChange={(item) => item !== null && onValueChange(item.value)}
      // Type a few letters, press Enter.
      autoHighlight
      isItemEqualToValue={(a, b) => a.value === b.value}
    >
      <Base.Trigger
        aria-label={selected ? `${label}: ${selected.label}` : label}
        className={cn(buttonStyle({ variant }), "justify-between gap-2 pr-2 font-normal", className)}
      >
        <span className="flex min-w-0 items-center gap-2 truncate">
          {selected ? renderItem(selected) : <span className="text-soft">{placeholder}</span>}
        </span>
        <Base.Icon>
          <ChevronDown className="text-faint" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align="start" sideOffset={4} className="z-50 outline-none">
          <Base.Popup
            aria-label={label}
            className="flex max-h-[min(24rem,var(--available-height))] w-72 max-w-(--available-width) flex-col overflow-hidden rounded-lg bg-raised shadow-float outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            <div className="flex items-center gap-2 border-b px-3">
              <Search aria-hidden="true" className="text-faint" />
              <Base.Input
                placeholder={searchPlaceholder}
                aria-label={searchPlaceholder}
                className="h-9 min-w-0 flex-1 bg-transparent text-sm outline-none max-md:h-11 max-md:text-lg"
              />
            </div>
            <Base.Empty>
              <div className="px-3 py-4 text-soft">{emptyText}</div>
            </Base.Empty>
            <Base.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1 empty:p-0">
              {(item: Item) => (
                <Base.Item
                  key={item.value}
                  value={item}
                  className="flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 text-sm outline-none select-none data-highlighted:bg-hover max-md:min-h-11"
                >
                  <span className="flex min-w-0 flex-1 items-center gap-2 truncate">{renderItem(item)}</span>
                  <Base.ItemIndicator>
                    <Check />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
