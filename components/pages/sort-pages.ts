import type { Page } from "@/lib/api/schemas/pages";

const severity: Record<Page["status"], number> = { broken: 0, attention: 1, healthy: 2, unlinked: 3 };

/** What needs a person first, then by name; unlinked Pages last. */
export function bySeverity(a: Pick<Page, "status" | "name">, b: Pick<Page, "status" | "name">): number {
  return severity[a.status] - severity[b.status] || a.name.localeCompare(b.name);
}
