import "server-only";
import type { DeliveryErrorSelection, RetryErrorsResult } from "@/lib/api/schemas/delivery-errors";
import type { Db } from "@/lib/db/db";
import { parseCursor, toPage } from "@/lib/db/paging";
import { inSavepoint, inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { Changes } from "@/lib/inbox/changes";
import { explainError } from "@/lib/messenger/error-catalogue";
import { requeueMessage } from "@/lib/outbox/retry-message";
import { findDeliveryError } from "./delivery-error-queries";
import { findObstacle } from "./find-obstacle";
import { pickSelected } from "./pick-selected";

/** Most that one call looks at: it is one transaction, and accepting waits for it. */
const AT_ONCE = 200;

type Request = { selection: DeliveryErrorSelection; dryRun: boolean; cursor?: string | undefined };
type Surroundings = { publish: (changes: Changes) => void; outbox: { wake: (messageIds: readonly number[]) => void } };

/**
 * Sends the messages of many delivery errors again, oldest first, or with `dryRun` says what would become of each. What
 * may have arrived is never among them: sending that again is decided one by one. Call it again with `nextCursor`
 * while there are more.
 */
export function retryErrors(
  db: Db,
  { selection, dryRun, cursor }: Request,
  { publish, outbox }: Surroundings,
  nowMs: number,
): RetryErrorsResult {
  const afterId = parseCursor(cursor, 1)?.[0];
  const picked = pickSelected(db, selection, { status: "open", afterId, limit: AT_ONCE });
  const { items: ids, nextCursor } = toPage(picked, AT_ONCE, (id) => [id]);
  const changes = new Changes();
  const reasons = inTransaction(db, () =>
    ids.map((id) => findRefusal(db, id, nowMs) ?? (dryRun ? null : requeue(db, id, changes, nowMs))),
  );
  if (!dryRun) {
    publish(changes);
    outbox.wake([...changes.updatedMessages]);
  }
  const refused = ids.flatMap((id, index) => {
    const reason = reasons[index] ?? null;
    return reason === null ? [] : [{ deliveryErrorId: String(id), reason }];
  });
  return { retried: ids.length - refused.length, refused, hasMore: nextCursor !== null, nextCursor };
}

function findRefusal(db: Db, id: number, nowMs: number): string | null {
  const row = findDeliveryError(db, id);
  if (!row) return "There is no such delivery error.";
  if (row.status !== "resolved" && explainError(row).errorClass === "unconfirmed") {
    return "It may have arrived all the same, so sending it again could reach the person twice. Decide that one by one.";
  }
  return findObstacle(db, row, nowMs);
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
