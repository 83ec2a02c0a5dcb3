import type { User } from "./simulator-state";

const PAGE_PERMISSION = /^pages_|^instagram_|^page_/;

/** Whether the permission is granted Page by Page, and so has `target_ids`. */
export function isPagePermission(permission: string): boolean {
  return PAGE_PERMISSION.test(permission);
}

/** Whether a granted permission reaches this Page: it was ticked, and the permission not narrowed to others. */
export function coversPage(user: User, permission: string, pageId: string): boolean {
  return !isPagePermission(permission) || (user.narrowed.get(permission) ?? user.grantedPages).has(pageId);
}

/** Ids of the Pages a permission covers; null: all the person has. @see Meta docs: debug_token (granular_scopes) */
export function coveredPages(user: User, permission: string): string[] | null {
  const covered = user.narrowed.get(permission) ?? user.grantedPages;
  return [...user.pages.keys()].every((pageId) => covered.has(pageId)) ? null : [...covered];
}
