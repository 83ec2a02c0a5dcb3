"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "./cn";

const itemStyle =
  "flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-sm text-ink no-underline outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover max-md:min-h-11";

type MenuProps = {
  /** The button that opens the menu, usually an `IconButton` or `Button`. */
  trigger: ReactElement;
  side?: "top" | "right" | "bottom" | "left";
  align?: "start" | "center" | "end";
  defaultOpen?: boolean;
  /** `horizontal` for items in a row: then the left and right arrows move among them. */
  orientation?: "horizontal" | "vertical";
  children: ReactNode;
};

export function Menu({ trigger, side = "bottom", align = "end", defaultOpen, orientation, children }: MenuProps) {
  return (
    <Base.Root defaultOpen={defaultOpen} orientation={orientation}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50 outline-none">
          <Base.Popup className="max-h-(--available-height) min-w-44 origin-(--transform-origin) overflow-y-auto rounded-lg bg-raised p-1 shadow-float outline-none transition-[opacity,scale] data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type MenuItemProps = ComponentProps<typeof Base.Item> & { tone?: "bad" };

export function MenuItem({ tone, className, ...props }: MenuItemProps) {
  return <Base.Item className={cn(itemStyle, tone === "bad" && "text-bad", className as string)} {...props} />;
}

/** An item that goes somewhere: `<MenuLinkItem render={<Link href="…" />}>`. */
export function MenuLinkItem({ className, ...props }: ComponentProps<typeof Base.LinkItem>) {
  return <Base.LinkItem closeOnClick className={cn(itemStyle, className as string)} {...props} />;
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}

/** A named group of items. */
export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-xs text-soft">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

type MenuChoiceProps<Value extends string> = {
  label: ReactNode;
  value: Value | undefined;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; icon?: ReactNode }[];
};

/** A named group in which exactly one is chosen. */
export function MenuChoice<Value extends string>({ label, value, onValueChange, options }: MenuChoiceProps<Value>) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: Value) => onValueChange(next)}>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-xs text-soft">{label}</Base.GroupLabel>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick className={itemStyle}>
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <Base.RadioItemIndicator>
            <Check />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}
