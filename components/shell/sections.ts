import { Inbox, type LucideIcon, PanelsTopLeft, TriangleAlert, Users, Webhook } from "lucide-react";
import type { Permission } from "@/lib/auth/permissions";

export type SectionName = "inbox" | "pages" | "notifications" | "errors" | "team";

type Section = {
  name: SectionName;
  href: `/${SectionName}`;
  icon: LucideIcon;
  /** Whether its lists can be narrowed to one Page (`?pageId=`). */
  byPage: boolean;
  permission: Permission;
  /** Left out of a phone's bar, which has no room: there it stands in the person's menu. */
  isSeldom?: true;
};

/** The main places of the desk, in the order of the rail. */
export const sections: readonly Section[] = [
  { name: "inbox", href: "/inbox", icon: Inbox, byPage: true, permission: "conversations:read" },
  { name: "pages", href: "/pages", icon: PanelsTopLeft, byPage: false, permission: "pages:read" },
  { name: "notifications", href: "/notifications", icon: Webhook, byPage: true, permission: "notifications:read" },
  { name: "errors", href: "/errors", icon: TriangleAlert, byPage: true, permission: "delivery_errors:read" },
  { name: "team", href: "/team", icon: Users, byPage: false, permission: "people:manage", isSeldom: true },
];

/** Whether `pathname` is the place `href` or something inside it. */
export function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
