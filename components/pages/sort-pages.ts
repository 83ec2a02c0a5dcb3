import type { Page } from "@/lib/api/schemas/pages";

/** What needs a person first; also the order in which the states are offered as filters. */
export const pageStatuses = ["broken", "attention", "healthy", "unlinked"] as const satisfies Page["status"][];
export const pageSorts = ["worst", "name", "recent"] as const;
export type PageSort = (typeof pageSorts)[number];

type Sortable = Pick<Page, "status" | "name" | "lastNotificationAt">;
const byName = (a: Sortable, b: Sortable) => a.name.localeCompare(b.name);

const orders: Record<PageSort, (a: Sortable, b: Sortable) => number> = {
  worst: (a, b) => pageStatuses.indexOf(a.status) - pageStatuses.indexOf(b.status) || byName(a, b),
  name: byName,
  recent: (a, b) => (b.lastNotificationAt ?? 0) - (a.lastNotificationAt ?? 0) || byName(a, b),
};

/** `worst`: what needs a person first, unlinked Pages last; `recent`: the last notification first. Equals go by name. */
export function sortPages<P extends Sortable>(pages: readonly P[], sort: PageSort): P[] {
  return pages.toSorted(orders[sort]);
}
