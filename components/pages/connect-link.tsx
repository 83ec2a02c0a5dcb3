import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { buttonStyle } from "@/components/ui/button";

/** Leads through Facebook's dialog and back to the picker. A plain link: it leaves the desk, so nothing may prefetch it. */
export function ConnectLink({ primary = true, children }: { primary?: boolean; children: ReactNode }) {
  return (
    <a href="/api/pages/connect" className={buttonStyle({ variant: primary ? "primary" : "secondary" })}>
      {primary && <Plus aria-hidden="true" />}
      {children}
    </a>
  );
}
