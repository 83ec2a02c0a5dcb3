import "server-only";
import { deliveryErrors } from "@/drizzle/schema/outbox";
import { type Db, prepared } from "@/lib/db/db";
import { addOpen, countFailure } from "./delivery-error-group-queries";

export type DeliveryErrorRow = typeof deliveryErrors.$inferSelect;
export type DeliveryErrorStatus = DeliveryErrorRow["status"];

/** Adds one, with the counts of its group and day. Inside a transaction. @returns its id */
export function insertDeliveryError(db: Db, row: Omit<DeliveryErrorRow, "id">): number {
  const { id } = db.insert(deliveryErrors).values(row).returning({ id: deliveryErrors.id }).get();
  countFailure(db, { ...row, id });
  return id;
}

/** What decides how a delivery error is counted. */
type Counted = Pick<DeliveryErrorRow, "pageId" | "cause" | "status">;

/**
 * Every change of a status goes through here, so that `open` of its group stays right. Inside a transaction.
 * @returns whether anything changed
 */
export function setDeliveryErrorStatus(db: Db, id: number, status: DeliveryErrorStatus): boolean {
  const before = prepared<Counted>(db, "SELECT page_id AS pageId, cause, status FROM delivery_errors WHERE id = ?").get(
    id,
  );
  if (!before || before.status === status) return false;
  prepared(db, "UPDATE delivery_errors SET status = ? WHERE id = ?").run(status, id);
  addOpen(db, before, Number(status === "open") - Number(before.status === "open"));
  return true;
}

/** Its message has gone out. Inside a transaction. */
export function resolveDeliveryError(db: Db, id: number): void {
  setDeliveryErrorStatus(db, id, "resolved");
}

/** Somebody sent its message again. Inside a transaction. */
export function markDeliveryErrorRetried(db: Db, id: number): void {
  setDeliveryErrorStatus(db, id, "retried");
}

const COLUMNS = `id, at_ms AS atMs, page_id AS pageId, conversation_id AS conversationId, message_id AS messageId, operation,
  code, subcode, type, unanswered, message, fbtrace_id AS fbtraceId, http_status AS httpStatus, status, cause`;

export function findDeliveryError(db: Db, id: number): DeliveryErrorRow | undefined {
  return prepared<DeliveryErrorRow>(db, `SELECT ${COLUMNS} FROM delivery_errors WHERE id = ?`).get(id);
}

export async function findDeliveryErrorPageId(db: Db, id: number): Promise<string | null> {
  return findDeliveryError(db, id)?.pageId ?? null;
}

/** Older than any id. */
const NEWEST = Number.MAX_SAFE_INTEGER;
type Part = { beforeId: number | undefined; limit: number };

/** All of them, newest first. */
export function listDeliveryErrors(db: Db, { beforeId = NEWEST, limit }: Part): DeliveryErrorRow[] {
  return prepared<DeliveryErrorRow>(
    db,
    `SELECT ${COLUMNS} FROM delivery_errors WHERE id < ? ORDER BY id DESC LIMIT ?`,
  ).all(beforeId, limit);
}

/** Of a status, newest first. */
export function listDeliveryErrorsOfStatus(
  db: Db,
  { status, beforeId = NEWEST, limit }: Part & { status: DeliveryErrorStatus },
): DeliveryErrorRow[] {
  return prepared<DeliveryErrorRow>(
    db,
    `SELECT ${COLUMNS} FROM delivery_errors WHERE status = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  ).all(status, beforeId, limit);
}

/** On a Page, newest first. */
export function listDeliveryErrorsOfPage(
  db: Db,
  { pageId, beforeId = NEWEST, limit }: Part & { pageId: string },
): DeliveryErrorRow[] {
  return prepared<DeliveryErrorRow>(
    db,
    `SELECT ${COLUMNS} FROM delivery_errors WHERE page_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  ).all(pageId, beforeId, limit);
}

/** Of a conversation, newest first, with any other filters: a conversation has few. */
export function listDeliveryErrorsOfConversation(
  db: Db,
  {
    conversationId,
    pageId = null,
    status = null,
    causes = null,
    beforeId = NEWEST,
    limit,
  }: Part & {
    conversationId: number;
    pageId?: string | null;
    status?: DeliveryErrorStatus | null;
    causes?: string[] | null;
  },
): DeliveryErrorRow[] {
  return prepared<DeliveryErrorRow>(
    db,
    `SELECT ${COLUMNS} FROM delivery_errors WHERE conversation_id = @conversationId AND id < @beforeId
       AND page_id = ifnull(@pageId, page_id) AND status = ifnull(@status, status)
       AND (@causes IS NULL OR cause IN (SELECT value FROM json_each(@causes)))
     ORDER BY id DESC LIMIT @limit`,
  ).all({ conversationId, pageId, status, causes: causes && JSON.stringify(causes), beforeId, limit });
}

/** Errors of one cause on one Page in one status: a list of ids in the index, newest or oldest first. */
export type Run = { pageId: string; cause: string; status: DeliveryErrorStatus };

/** Newest first. */
export function listIdsOfRun(db: Db, { pageId, cause, status }: Run, { beforeId = NEWEST, limit }: Part): number[] {
  return prepared<{ id: number }>(
    db,
    `SELECT id FROM delivery_errors WHERE page_id = ? AND cause = ? AND status = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  )
    .all(pageId, cause, status, beforeId, limit)
    .map(({ id }) => id);
}

/** Oldest first, those after an id. */
export function listOldestIdsOfRun(
  db: Db,
  { pageId, cause, status }: Run,
  { afterId, limit }: { afterId: number; limit: number },
): number[] {
  return prepared<{ id: number }>(
    db,
    `SELECT id FROM delivery_errors WHERE page_id = ? AND cause = ? AND status = ? AND id > ? ORDER BY id LIMIT ?`,
  )
    .all(pageId, cause, status, afterId, limit)
    .map(({ id }) => id);
}
