import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { hash53 } from "@/lib/db/hash53";

export type WaitingStatus = "delivered" | "read";

/** Keeps a receipt until the message it names is there. */
export function insertWaitingReceipt(
  db: Db,
  { conversationId, mid, status, nowMs }: { conversationId: number; mid: string; status: WaitingStatus; nowMs: number },
): void {
  prepared(
    db,
    "INSERT INTO waiting_receipts (conversation_id, mid, mid_hash, status, noted_ms) VALUES (?, ?, ?, ?, ?)",
  ).run(conversationId, mid, hash53(mid), status, nowMs);
}

/** Takes the receipts that waited for a message. */
export function takeWaitingReceipts(db: Db, conversationId: number, mid: string): WaitingStatus[] {
  return prepared<{ status: WaitingStatus }>(
    db,
    "DELETE FROM waiting_receipts WHERE mid_hash = ? AND mid = ? AND conversation_id = ? RETURNING status",
  )
    .all(hash53(mid), mid, conversationId)
    .map(({ status }) => status);
}

/** Drops the oldest receipts whose message never came. @returns how many */
export function dropWaitingReceipts(db: Db, { olderThanMs, limit }: { olderThanMs: number; limit: number }): number {
  return prepared(
    db,
    `DELETE FROM waiting_receipts WHERE id IN (SELECT id FROM waiting_receipts ORDER BY id LIMIT ?) AND noted_ms < ?`,
  ).run(limit, olderThanMs).changes;
}
