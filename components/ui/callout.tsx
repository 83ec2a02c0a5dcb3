import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const tones = {
  info: { box: "bg-accent-tint", icon: <Info aria-hidden="true" className="mt-0.5 text-accent" /> },
  good: { box: "bg-good-tint", icon: <CircleCheck aria-hidden="true" className="mt-0.5 text-good" /> },
  warn: { box: "bg-warn-tint", icon: <TriangleAlert aria-hidden="true" className="mt-0.5 text-warn" /> },
  bad: { box: "bg-bad-tint", icon: <CircleAlert aria-hidden="true" className="mt-0.5 text-bad" /> },
} as const;

type CalloutProps = {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  /** What to do about it, as a button or link. */
  action?: ReactNode;
  /** `alert` when it appears in answer to something the person did. */
  role?: "alert" | "status";
  className?: string;
};

/** A few sentences that need to be seen before the rest. */
export function Callout({ tone = "info", title, children, action, role, className }: CalloutProps) {
  return (
    <div role={role} className={cn("flex items-start gap-2.5 rounded-md px-3 py-2.5", tones[tone].box, className)}>
      {tones[tone].icon}
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="break-words">{children}</div>}
        {action && <div className="mt-2">{action}</div>}
      </div>
    </div>
  );
}
