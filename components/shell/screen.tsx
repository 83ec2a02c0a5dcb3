import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type ScreenProps = {
  title: ReactNode;
  /** Where this is, above the title: a way back. */
  above?: ReactNode;
  /** What can be done here, at the right of the title. */
  actions?: ReactNode;
  /** `wide` for tables. */
  width?: "normal" | "wide";
  children: ReactNode;
};

/** The frame of every screen but the inbox: heading, actions, content in a comfortable width. */
export function Screen({ title, above, actions, width = "normal", children }: ScreenProps) {
  return (
    <div className={cn("mx-auto w-full px-6 py-6 max-md:px-4", width === "wide" ? "max-w-7xl" : "max-w-4xl")}>
      {above}
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="min-w-0 text-xl font-semibold">{title}</h1>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
