/**
 * What the desk asks a person for when they connect Pages, and nothing it does not use (Meta docs: permissions).
 * `business_management`: Pages owned by a business portfolio are listed only with it.
 */
export const PAGE_PERMISSIONS = [
  "pages_show_list",
  "pages_messaging",
  "pages_manage_metadata",
  "pages_read_engagement",
  "business_management",
] as const;

/** Asked for only when the person wants the Instagram accounts of their Pages too: the app may have no Instagram product. */
export const INSTAGRAM_PERMISSIONS = ["instagram_basic", "instagram_manage_messages"] as const;

/** Asked for only when wanted: it needs a use case of the app, without which Facebook's dialog shows an error. */
export const UTILITY_PERMISSIONS = ["page_utility_messaging"] as const;

const OPTIONAL_PERMISSIONS = [...INSTAGRAM_PERMISSIONS, ...UTILITY_PERMISSIONS] as const;

export type OptionalPermission = (typeof OPTIONAL_PERMISSIONS)[number];
export type ConsentPermission = (typeof PAGE_PERMISSIONS)[number] | OptionalPermission;

/** Without these no Page can be linked: to read and answer messages, and to subscribe webhooks. */
export const NEEDED_PERMISSIONS: readonly string[] = ["pages_messaging", "pages_manage_metadata"];

/** Without these there is nothing to pick from: Facebook lists no Page, or none that can be linked. */
export const PICKING_PERMISSIONS: readonly string[] = ["pages_show_list", ...NEEDED_PERMISSIONS];

/** Whether it is one of those the desk asks for. */
export function isConsentPermission(permission: string): permission is ConsentPermission {
  return [...PAGE_PERMISSIONS, ...OPTIONAL_PERMISSIONS].some((known) => known === permission);
}

type Earlier = readonly { permission: string; status: string }[];

/**
 * What a consent asks for beyond what every Page needs: what is wanted now, and what the person granted before; on the
 * wish to be asked again also what they declined.
 */
export function toConsentScope(
  wanted: readonly OptionalPermission[],
  { earlier, asksAgain }: { earlier: Earlier; asksAgain: boolean },
): { permissions: ConsentPermission[]; isRerequest: boolean } {
  const isOfEarlier = (permission: string) =>
    earlier.some((one) => one.permission === permission && (asksAgain || one.status === "granted"));
  const optional = OPTIONAL_PERMISSIONS.filter((one) => wanted.includes(one) || isOfEarlier(one));
  const permissions = [...PAGE_PERMISSIONS, ...optional];
  const isDeclined = (permission: string) =>
    earlier.some((one) => one.permission === permission && one.status === "declined");
  return { permissions, isRerequest: asksAgain || permissions.some(isDeclined) };
}
