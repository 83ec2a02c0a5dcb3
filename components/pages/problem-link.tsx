"use client";

import Link from "next/link";
import { useMayDo } from "@/components/shell/role-context";
import { buttonStyle } from "@/components/ui/button";
import type { Permission } from "@/lib/auth/permissions";

/** Leads from a problem to where more is said about it; nothing for those who may not go there. */
export function ProblemLink(props: { href: string; permission: Permission; children: string }) {
  const mayOpen = useMayDo(props.permission);
  if (!mayOpen) return null;
  return (
    <Link href={props.href} className={buttonStyle({ size: "sm" })}>
      {props.children}
    </Link>
  );
}
