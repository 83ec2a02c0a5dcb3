import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const badgeStyle = cva(
  "inline-flex h-5 items-center align-middle gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap [&_.lucide]:size-3",
  {
    variants: {
      tone: {
        neutral: "bg-hover text-soft",
        accent: "bg-accent-tint text-accent",
        good: "bg-good-tint text-good",
        warn: "bg-warn-tint text-warn",
        bad: "bg-bad-tint text-bad",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof badgeStyle>["tone"]>;

/** A word about a state. The colour only supports the word. */
export function Badge({ tone, className, ...props }: ComponentProps<"span"> & { tone?: BadgeTone }) {
  return <span className={cn(badgeStyle({ tone }), className)} {...props} />;
}
