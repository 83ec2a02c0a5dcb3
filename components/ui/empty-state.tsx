import type { ReactNode } from "react";
import { cn } from "./cn";

type EmptyStateProps = {
  title: ReactNode;
  /** Why it is empty. */
  children?: ReactNode;
  /** The next step, as a button or link. */
  action?: ReactNode;
  /** One line drawing: an icon without fill. */
  icon?: ReactNode;
  /** `h1` where it is the whole screen. */
  heading?: "h1" | "h2";
  className?: string;
};

/** Nothing to show: says why, and what to do next. */
export function EmptyState({ title, children, action, icon, heading: Heading = "h2", className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        "mx-auto flex max-w-sm animate-appear flex-col items-center gap-2 px-6 py-16 text-center",
        className,
      )}
    >
      {icon && (
        <div aria-hidden="true" className="mb-2 text-faint [&_.lucide]:size-8 [&_.lucide]:stroke-1">
          {icon}
        </div>
      )}
      <Heading className="text-lg font-semibold">{title}</Heading>
      {children && <div className="text-soft">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
