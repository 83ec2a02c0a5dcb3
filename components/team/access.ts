import type { Role } from "@/lib/api/schemas/people";

/** What somebody, or a key, may do: the role, and on which Pages. */
export type Access = { role: Role; hasAllPages: boolean; pageIds: string[] };

/** As the API takes it: a list only where it counts, and an owner with every Page. */
export function toAccessInput({ role, hasAllPages, pageIds }: Access): Access {
  const seesAll = role === "owner" || hasAllPages;
  return { role, hasAllPages: seesAll, pageIds: seesAll ? [] : pageIds };
}

export function isComplete({ role, hasAllPages, pageIds }: Access): boolean {
  return role === "owner" || hasAllPages || pageIds.length > 0;
}
