import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import type { SignatureHash, SignatureVerdict } from "@/lib/messenger/signature";
import type { SignatureCause } from "@/lib/messenger/signature-cause";

export type AcceptedNotification = {
  receivedMs: number;
  body: Buffer;
  /** JSON of the headers that matter. */
  headers: string;
  signature: SignatureVerdict;
  /** Of a valid one: which of the app secrets made it, from 0, and by which hash. */
  secretIndex?: number | null;
  signatureHash?: SignatureHash | null;
  /** Of a rejected one: what is most likely wrong. */
  signatureCause?: SignatureCause;
  /** The answer it will get once it is stored. */
  status: number;
  sizeBytes: number;
};

export type NotificationBody = {
  body: Buffer;
  contentType: string;
  /** 1 when Meta signed it, and then it is whole; else 0, and only its beginning is kept. */
  isSigned: 0 | 1;
};

/** Appends what the webhook took, in one transaction: when this returns, all of it is on disk. Answers the ids, in order. */
export function recordNotifications(db: Db, batch: readonly AcceptedNotification[]): number[] {
  const insert = prepared(
    db,
    `INSERT INTO notifications (received_ms, body, headers, signature, size_bytes, status, secret_index, signature_hash,
       signature_cause)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertOne = (n: AcceptedNotification) =>
    insert.run(
      n.receivedMs,
      n.body,
      n.headers,
      n.signature,
      n.sizeBytes,
      n.status,
      n.secretIndex ?? null,
      n.signatureHash ?? null,
      n.signatureCause ?? null,
    );
  return inTransaction(db, () => batch.map((n) => Number(insertOne(n).lastInsertRowid)));
}

/** The bytes of a notification, with what is needed to send them again; null when there is none. */
export async function findNotificationBody(db: Db, id: number): Promise<NotificationBody | null> {
  return (
    prepared<NotificationBody>(
      db,
      `SELECT body, ifnull(headers ->> '$."content-type"', 'application/json') AS contentType,
         signature = 'valid' AS isSigned FROM notifications WHERE id = ?`,
    ).get(id) ?? null
  );
}

/** Whom a rejected call claims to be about, so that it is found by its Pages. */
export function recordClaims(
  db: Db,
  notificationId: number,
  { object, entryIds }: { object: string; entryIds: readonly string[] },
): void {
  prepared(
    db,
    `INSERT INTO interpretations (notification_id, outcome, object, page_ids, fields, event_count)
     VALUES (?, 'rejected', ?, ?, '[]', 0)`,
  ).run(notificationId, object, JSON.stringify(entryIds));
}

/** Rejected calls are kept as a sample: anyone can send them. Drops the oldest ones over so many rows, or bytes in them. */
export function trimRejectedNotifications(db: Db, keep: { rows: number; bytes: number }): void {
  const last = prepared<{ id: number }>(
    db,
    `SELECT id FROM (
       SELECT id, row_number() OVER newest AS place, sum(length(body) + length(headers)) OVER newest AS bytes
       FROM notifications WHERE signature <> 'valid' WINDOW newest AS (ORDER BY id DESC))
     WHERE place > ? OR bytes > ? ORDER BY id DESC LIMIT 1`,
  ).get(keep.rows, keep.bytes);
  if (!last) return;
  inTransaction(db, () => {
    prepared(
      db,
      "DELETE FROM interpretations WHERE outcome <> 'applied' AND outcome = 'rejected' AND notification_id <= ?",
    ).run(last.id);
    prepared(db, "DELETE FROM notifications WHERE signature <> 'valid' AND id <= ?").run(last.id);
  });
}

/** When Meta last delivered something, by its signature; null before the first time. Rejected ones are few: a sample. */
export function findLastReceivedMs(db: Db): number | null {
  const last = prepared<{ receivedMs: number }>(
    db,
    "SELECT received_ms AS receivedMs FROM notifications WHERE signature = 'valid' ORDER BY id DESC LIMIT 1",
  ).get();
  return last?.receivedMs ?? null;
}
