"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonStyle } from "@/components/ui/button";
import { useConnectDirectly } from "./connect-directly";

/**
 * Leads to Facebook's dialog and back to the picker. The primary one goes through the guide, until the person skips that;
 * the other, for whoever has connected before, goes straight there.
 */
export function ConnectLink({ primary = true, children }: { primary?: boolean; children: ReactNode }) {
  const [isDirect] = useConnectDirectly();
  const className = buttonStyle({ variant: primary ? "primary" : "secondary" });
  const content = (
    <>
      {primary && <Plus aria-hidden="true" />}
      {children}
    </>
  );
  if (primary && !isDirect) {
    return (
      <Link href="/pages/connect" className={className}>
        {content}
      </Link>
    );
  }
  // A plain link: it leaves the desk, so nothing may prefetch it.
  return (
    <a href="/api/pages/connect" className={className}>
      {content}
    </a>
  );
}
