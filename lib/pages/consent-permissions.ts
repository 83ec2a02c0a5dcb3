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

export type ConsentPermission = (typeof PAGE_PERMISSIONS)[number] | (typeof INSTAGRAM_PERMISSIONS)[number];

/** Without these no Page can be linked: to read and answer messages, and to subscribe webhooks. */
export const NEEDED_PERMISSIONS: readonly string[] = ["pages_messaging", "pages_manage_metadata"];

/** Without these there is nothing to pick from: Facebook lists no Page, or none that can be linked. */
export const PICKING_PERMISSIONS: readonly string[] = ["pages_show_list", ...NEEDED_PERMISSIONS];

/** Whether it is one of those the desk asks for. */
export function isConsentPermission(permission: string): permission is ConsentPermission {
  return [...PAGE_PERMISSIONS, ...INSTAGRAM_PERMISSIONS].some((known) => known === permission);
}
