import "server-only";
import type { DeliveryErrorSelection } from "@/lib/api/schemas/delivery-errors";
import { maySeePage, type PageAccess } from "@/lib/auth/page-access";
import type { Db } from "@/lib/db/db";
import { type DeliveryErrorStatus, listOldestIdsOfRun } from "./delivery-error-queries";

type Pick = { pages: PageAccess; status: DeliveryErrorStatus; afterId?: number | undefined; limit: number };

/**
 * Ids of what was selected, oldest first, after an id; one more than `limit` when there are more. Of a cause on a Page:
 * those in one status, if that Page may be seen; named ones are not held against that here.
 */
export function pickSelected(
  db: Db,
  selection: DeliveryErrorSelection,
  { pages, status, afterId = 0, limit }: Pick,
): number[] {
  if (!("ids" in selection)) {
    if (!maySeePage(pages, selection.pageId)) return [];
    return listOldestIdsOfRun(db, { ...selection, status }, { afterId, limit: limit + 1 });
  }
  const ids = [...new Set(selection.ids.map(Number))].sort((one, other) => one - other);
  return ids.filter((id) => id > afterId).slice(0, limit + 1);
}

/** The Page of a selection, where it is one by its kind. */
export function toPageId(selection: DeliveryErrorSelection): string | null {
  return "ids" in selection ? null : selection.pageId;
}
