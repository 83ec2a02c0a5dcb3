"use client";

import type { ComponentProps } from "react";
import { type ButtonVariants, buttonStyle } from "./button";
import { cn } from "./cn";
import { Tooltip } from "./tooltip";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> &
  Pick<ButtonVariants, "variant"> & {
    /** What the button does: its accessible name and its tooltip. */
    label: string;
    side?: "top" | "right" | "bottom" | "left";
  };

/** A square button with one icon as its child; 44 px on phones. */
export function IconButton({ label, variant = "ghost", side, className, ...props }: IconButtonProps) {
  return (
    <Tooltip content={label} side={side}>
      <button
        type="button"
        aria-label={label}
        className={cn(buttonStyle({ variant }), "w-8 px-0 max-md:w-11", className)}
        {...props}
      />
    </Tooltip>
  );
}
