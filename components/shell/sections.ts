import { Inbox, type LucideIcon, PanelsTopLeft, TriangleAlert, Webhook } from "lucide-react";
import type { Permission } from "@/lib/auth/permissions";

export type SectionName = "inbox" | "pages" | "notifications" | "errors";

type Section = {
  name: SectionName;
  href: `/${SectionName}`;
  icon: LucideIcon;
  /** Whether its lists can be narrowed to one Page (`?pageId=`). */
  byPage: boolean;
  permission: Permission;
};

/** The main places of the desk, in the order of the rail. */
export const sections: readonly Section[] = [
  { name: "inbox", href: "/inbox", icon: Inbox, byPage: true, permission: "conversations:read" },
  { name: "pages", href: "/pages", icon: PanelsTopLeft, byPage: false, permission: "pages:read" },
  { name: "notifications", href: "/notifications", icon: Webhook, byPage: true, permission: "notifications:read" },
  { name: "errors", href: "/errors", icon: TriangleAlert, byPage: true, permission: "delivery_errors:read" },
];

/** Whether `pathname` is the place `href` or something inside it. */
export function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
