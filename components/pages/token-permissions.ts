/** Without these a Page can neither be answered nor subscribed (Meta docs: permissions). */
const NEEDED = ["pages_messaging", "pages_manage_metadata"];

/** Those we have words for, in the order they are told. */
export const knownPermissions = [
  "pages_messaging",
  "pages_manage_metadata",
  "pages_show_list",
  "pages_read_engagement",
  "pages_read_user_content",
  "business_management",
  "instagram_basic",
  "instagram_manage_messages",
  "page_utility_messaging",
] as const;
export type KnownPermission = (typeof knownPermissions)[number];

export function isKnownPermission(name: string): name is KnownPermission {
  return knownPermissions.some((known) => known === name);
}

export type TokenPermission = { name: string; isGranted: boolean };

/**
 * What a token may do: what is needed and missing first, then what it has. `public_profile` and `email` say nothing
 * about Pages and are left out.
 */
export function toTokenPermissions(scopes: readonly string[]): TokenPermission[] {
  const order: readonly string[] = knownPermissions;
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const missing = NEEDED.filter((name) => !scopes.includes(name)).map((name) => ({ name, isGranted: false }));
  const granted = scopes
    .filter((name) => name !== "public_profile" && name !== "email")
    .toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .map((name) => ({ name, isGranted: true }));
  return [...missing, ...granted];
}
