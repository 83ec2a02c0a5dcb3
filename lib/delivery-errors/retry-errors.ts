import "server-only";
import type { DeliveryErrorSelection, RetryErrorsResult } from "@/lib/api/schemas/delivery-errors";
import { maySeePage, type PageAccess } from "@/lib/auth/page-access";
import type { Db } from "@/lib/db/db";
import { parseCursor, toPage } from "@/lib/db/paging";
import { inSavepoint, inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { Changes } from "@/lib/inbox/changes";
import { requeueMessage } from "@/lib/outbox/retry-message";
import { findDeliveryError } from "./delivery-error-queries";
import { findFailedAbout } from "./failed-about-queries";
import { findBulkRefusal } from "./find-bulk-refusal";
import { pickSelected } from "./pick-selected";

/** Most that one call looks at: it is one transaction, and accepting waits for it. */
const AT_ONCE = 200;
/** How many of those that would go a dry run names: as many as a person reads before saying yes. */
const SHOWN = 5;

type Request = { pages: PageAccess; selection: DeliveryErrorSelection; dryRun: boolean; cursor?: string | undefined };
type Surroundings = { publish: (changes: Changes) => void; outbox: { wake: (messageIds: readonly number[]) => void } };

/**
 * Sends the messages of many delivery errors again, oldest first, or with `dryRun` says what would become of each. What
 * may have arrived is never among them: sending that again is decided one by one. Call it again with `nextCursor`
 * while there are more.
 */
export function retryErrors(
  db: Db,
  { pages, selection, dryRun, cursor }: Request,
  { publish, outbox }: Surroundings,
  nowMs: number,
): RetryErrorsResult {
  const afterId = parseCursor(cursor, 1)?.[0];
  const picked = pickSelected(db, selection, { pages, status: "open", afterId, limit: AT_ONCE });
  const { items: ids, nextCursor } = toPage(picked, AT_ONCE, (id) => [id]);
  const changes = new Changes();
  const reasons = inTransaction(db, () =>
    ids.map((id) => findRefusal(db, id, pages, nowMs) ?? (dryRun ? null : requeue(db, id, changes, nowMs))),
  );
  if (!dryRun) {
    publish(changes);
    outbox.wake([...changes.updatedMessages]);
  }
  const refused = ids.flatMap((id, index) => {
    const reason = reasons[index] ?? null;
    return reason === null ? [] : [{ deliveryErrorId: String(id), reason }];
  });
  const going = dryRun ? ids.filter((_, index) => reasons[index] === null).slice(0, SHOWN) : [];
  return {
    retried: ids.length - refused.length,
    going: going.map((id) => ({ deliveryErrorId: String(id), ...findFailedAbout(db, id) })),
    refused,
    hasMore: nextCursor !== null,
    nextCursor,
  };
}

function findRefusal(db: Db, id: number, pages: PageAccess, nowMs: number): string | null {
  const row = findDeliveryError(db, id);
  if (!row || !maySeePage(pages, row.pageId)) return "There is no such delivery error.";
  return findBulkRefusal(db, row, nowMs);
}

/** @returns why it could not be queued again; null when it was */
function requeue(db: Db, id: number, changes: Changes, nowMs: number): string | null {
  return inSavepoint(
    db,
    () => {
      requeueMessage(db, id, changes, nowMs);
      return null;
    },
    (error): string | null => {
      if (error instanceof AppError) return error.message;
      throw error;
    },
  );
}
