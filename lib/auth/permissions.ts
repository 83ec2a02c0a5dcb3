import type { Role } from "@/lib/api/schemas/people";

type Rule = {
  roles: readonly Role[];
  /** Whether an API key may have it too: never what lets people or keys in. */
  keys: boolean;
  /** Only with access to all Pages: it is about the desk as a whole. */
  allPages?: true;
};

const EVERYBODY = ["owner", "admin", "agent", "developer"] as const;
const MANAGERS = ["owner", "admin"] as const;
const DEVELOPERS = ["owner", "admin", "developer"] as const;
const STAFF = ["owner", "admin", "agent"] as const;

/** Who may do what. Every route and page names one of these; there is no other place where roles are decided. */
export const PERMISSIONS = {
  "me:read": { roles: EVERYBODY, keys: true },
  "me:manage": { roles: EVERYBODY, keys: false },
  "api_keys:manage": { roles: DEVELOPERS, keys: false },
  "conversations:read": { roles: EVERYBODY, keys: true },
  "conversations:write": { roles: STAFF, keys: true },
  "pages:read": { roles: EVERYBODY, keys: true },
  "pages:connect": { roles: MANAGERS, keys: false, allPages: true },
  "pages:manage": { roles: MANAGERS, keys: true },
  "fields:manage": { roles: MANAGERS, keys: true },
  "app:read": { roles: DEVELOPERS, keys: true },
  "app:manage": { roles: MANAGERS, keys: false, allPages: true },
  "people:manage": { roles: MANAGERS, keys: false, allPages: true },
  "people:erase": { roles: MANAGERS, keys: true },
  "people:export": { roles: MANAGERS, keys: true },
  "audit_log:read": { roles: MANAGERS, keys: true, allPages: true },
  "settings:manage": { roles: MANAGERS, keys: false, allPages: true },
  "notifications:read": { roles: DEVELOPERS, keys: true },
  "notifications:replay": { roles: DEVELOPERS, keys: true },
  "notifications:relay": { roles: DEVELOPERS, keys: true },
  "webhook_failures:read": { roles: DEVELOPERS, keys: true, allPages: true },
  "webhook_health:read": { roles: EVERYBODY, keys: true },
  "delivery_errors:read": { roles: EVERYBODY, keys: true },
  "delivery_errors:manage": { roles: STAFF, keys: true },
  "templates:manage": { roles: MANAGERS, keys: true },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof PERMISSIONS;

/** What counts about whoever asks. `apiKeyId` when it is a program. */
export type Asker = { role: Role; hasAllPages: boolean; apiKeyId?: string | null };

export function mayDo({ role, hasAllPages, apiKeyId }: Asker, permission: Permission): boolean {
  const rule: Rule = PERMISSIONS[permission];
  return rule.roles.includes(role) && (hasAllPages || !rule.allPages) && (!apiKeyId || rule.keys);
}

/**
 * Who sees phone numbers, email addresses and postal addresses in payloads and errors: those who answer people, and those
 * who look after them. From anybody else they are hidden.
 */
export function seesPersonalData({ role }: Pick<Asker, "role">): boolean {
  return (STAFF as readonly Role[]).includes(role);
}

/** The roles somebody may give to an API key: none that can do more than they can. */
const KEY_ROLES = {
  owner: ["admin", "agent", "developer"],
  admin: ["admin", "agent", "developer"],
  developer: ["developer"],
  agent: [],
} as const satisfies Record<Role, readonly Role[]>;

export function listKeyRoles(maker: Role): readonly Role[] {
  return KEY_ROLES[maker];
}

/** Whom somebody may let in, change or shut out, by role: an owner everybody, an admin everybody but owners. */
export function mayManageRole(actor: Role, role: Role): boolean {
  return actor === "owner" || (actor === "admin" && role !== "owner");
}
