/** Every Page there is or will be, or just these. */
export type PageAccess = "all" | readonly string[];

export function maySeePage(access: PageAccess, pageId: string): boolean {
  return access === "all" || access.includes(pageId);
}

/** True for what is about several Pages only when every one of them may be seen. */
export function maySeePages(access: PageAccess, pageIds: readonly string[]): boolean {
  return access === "all" || pageIds.every((pageId) => access.includes(pageId));
}

/** What both allow. */
export function narrowAccess(one: PageAccess, other: PageAccess): PageAccess {
  if (one === "all") return other;
  return other === "all" ? one : one.filter((pageId) => other.includes(pageId));
}
