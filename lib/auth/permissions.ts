import type { Role } from "@/lib/api/schemas/people";

/** Who may do what. Every route names one of these; there is no other place where roles are decided. */
export const PERMISSIONS = {
  "me:read": ["owner", "admin", "agent", "developer"],
  "conversations:read": ["owner", "admin", "agent", "developer"],
  "conversations:write": ["owner", "admin", "agent"],
  "pages:read": ["owner", "admin", "agent", "developer"],
  "pages:manage": ["owner", "admin"],
  "fields:manage": ["owner", "admin"],
  "app:read": ["owner", "admin", "developer"],
  "app:manage": ["owner", "admin"],
  "people:erase": ["owner", "admin"],
  "settings:manage": ["owner", "admin"],
  "notifications:read": ["owner", "admin", "developer"],
  "notifications:replay": ["owner", "admin", "developer"],
  "notifications:relay": ["owner", "admin", "developer"],
  "webhook_health:read": ["owner", "admin", "agent", "developer"],
  "delivery_errors:read": ["owner", "admin", "agent", "developer"],
  "delivery_errors:manage": ["owner", "admin", "agent"],
  "templates:manage": ["owner", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function mayDo(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}
