import { Input as Base } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Shared with `Textarea`. 16 px on phones, below which iOS zooms the page on focus. */
export const inputStyle =
  "w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink transition-colors focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 disabled:opacity-50 data-invalid:border-bad max-md:text-lg";

export function Input({ className, ...props }: ComponentProps<typeof Base>) {
  return <Base className={cn(inputStyle, "h-8 max-md:h-11", className as string)} {...props} />;
}
