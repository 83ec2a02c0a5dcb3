import "server-only";
import type { DeliveryErrorSelection, MarkErrorsResult } from "@/lib/api/schemas/delivery-errors";
import { maySeePage, type PageAccess } from "@/lib/auth/page-access";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { findDeliveryError, setDeliveryErrorStatus } from "./delivery-error-queries";
import { pickSelected } from "./pick-selected";

/** As many as can be selected by id. One transaction, and accepting waits for it. */
const AT_ONCE = 500;

/**
 * Marks open errors as known (seen, and nothing is to be done about them), or known ones as open again. Call it again
 * while there are more.
 */
export function markErrors(
  db: Db,
  { pages, selection, isKnown }: { pages: PageAccess; selection: DeliveryErrorSelection; isKnown: boolean },
): MarkErrorsResult {
  const [from, to] = isKnown ? (["open", "known"] as const) : (["known", "open"] as const);
  return inTransaction(db, () => {
    const picked = pickSelected(db, selection, { pages, status: from, limit: AT_ONCE });
    const ids = picked.slice(0, AT_ONCE).filter((id) => {
      const row = findDeliveryError(db, id);
      return row?.status === from && maySeePage(pages, row.pageId);
    });
    for (const id of ids) setDeliveryErrorStatus(db, id, to);
    return { changed: ids.length, hasMore: picked.length > AT_ONCE };
  });
}
