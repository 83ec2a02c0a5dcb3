import type { AvailablePage } from "@/lib/api/schemas/pages";

/** Pages the person had connected, and that do not work through them any more: they break. */
export function findLost<P extends Pick<AvailablePage, "linked" | "selectable" | "linkedByName">>(
  pages: readonly P[],
): P[] {
  return pages.filter(({ linked, selectable, linkedByName }) => linked && !selectable && linkedByName === null);
}
