import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import type { SignatureVerdict } from "@/lib/messenger/signature";

export type AcceptedNotification = {
  receivedMs: number;
  body: Buffer;
  /** JSON of the headers that matter. */
  headers: string;
  signature: SignatureVerdict;
  /** The answer it will get once it is stored. */
  status: number;
  sizeBytes: number;
};

/** Appends what the webhook took, in one transaction: when this returns, all of it is on disk. Answers the ids, in order. */
export function recordNotifications(db: Db, batch: readonly AcceptedNotification[]): number[] {
  const insert = prepared(
    db,
    `INSERT INTO notifications (received_ms, body, headers, signature, size_bytes, status)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  return inTransaction(db, () =>
    batch.map((n) =>
      Number(insert.run(n.receivedMs, n.body, n.headers, n.signature, n.sizeBytes, n.status).lastInsertRowid),
    ),
  );
}

/** Rejected calls are kept as a sample: anyone can send them. Drops the oldest ones over `keep`. */
export function trimRejectedNotifications(db: Db, keep: number): void {
  prepared(
    db,
    `DELETE FROM notifications WHERE signature <> 'valid' AND id <= (
       SELECT id FROM notifications WHERE signature <> 'valid' ORDER BY id DESC LIMIT 1 OFFSET ?)`,
  ).run(keep);
}

/** Adds to the counters of webhook calls that leave no row. */
export function addWebhookCounts(db: Db, counts: ReadonlyMap<string, number>, nowMs: number): void {
  const add = prepared(
    db,
    `INSERT INTO webhook_counters (name, count, last_ms) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET count = count + excluded.count, last_ms = excluded.last_ms`,
  );
  inTransaction(db, () => {
    for (const [name, count] of counts) add.run(name, count, nowMs);
  });
}
