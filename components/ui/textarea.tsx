import type { ComponentProps } from "react";
import { cn } from "./cn";
import { inputStyle } from "./input";

/** Grows with its text; set `max-h-…` to stop it. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea className={cn(inputStyle, "field-sizing-content min-h-16 resize-none py-1.5", className)} {...props} />
  );
}
