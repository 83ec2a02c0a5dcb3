import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

const variants = cva(
  "inline-flex items-center justify-center gap-1.5 rounded-md border border-transparent font-medium whitespace-nowrap select-none transition-colors disabled:cursor-default disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-50",
  {
    variants: {
      variant: {
        primary: "bg-accent text-on-accent hover:not-disabled:bg-accent-hover",
        secondary: "border-line-strong bg-surface text-ink hover:not-disabled:bg-hover data-popup-open:bg-hover",
        ghost: "text-soft hover:not-disabled:bg-hover hover:not-disabled:text-ink data-popup-open:bg-hover",
        danger: "bg-bad text-on-accent hover:not-disabled:bg-bad-hover",
      },
      size: {
        sm: "h-7 px-2.5 text-xs max-md:h-11 max-md:text-sm",
        md: "h-8 px-3 text-sm max-md:h-11 max-md:text-base",
        lg: "h-11 px-5 text-base",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonVariants = VariantProps<typeof variants>;

/** The look of a button, for links that act like one: `<Link className={buttonStyle({ variant: "primary" })}>`. */
export function buttonStyle(props?: ButtonVariants): string {
  return cn(variants(props));
}

export type ButtonProps = ComponentProps<"button"> & ButtonVariants & { pending?: boolean };

/** `pending` shows that the action is under way and keeps it from being started twice; focus stays where it is. */
export function Button({ variant, size, pending = false, className, children, onClick, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      className={cn(buttonStyle({ variant, size }), className)}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      {...props}
    >
      {pending && <Spinner />}
      {children}
    </button>
  );
}
