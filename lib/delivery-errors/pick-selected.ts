import "server-only";
import type { DeliveryErrorSelection } from "@/lib/api/schemas/delivery-errors";
import type { Db } from "@/lib/db/db";
import { type DeliveryErrorStatus, listOldestIdsOfRun } from "./delivery-error-queries";

/**
 * Ids of what was selected, oldest first, after an id; one more than `limit` when there are more. Of a cause on a Page:
 * those in one status.
 */
export function pickSelected(
  db: Db,
  selection: DeliveryErrorSelection,
  { status, afterId = 0, limit }: { status: DeliveryErrorStatus; afterId?: number | undefined; limit: number },
): number[] {
  if (!("ids" in selection)) return listOldestIdsOfRun(db, { ...selection, status }, { afterId, limit: limit + 1 });
  const ids = [...new Set(selection.ids.map(Number))].sort((one, other) => one - other);
  return ids.filter((id) => id > afterId).slice(0, limit + 1);
}
