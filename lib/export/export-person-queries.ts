import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { toEventId } from "@/lib/notifications/event-id";

export type ExportedProfile = {
  psid: string;
  pageId: string;
  pageName: string | null;
  channel: string;
  displayName: string | null;
  pictureUrl: string | null;
  status: string;
  lastActivityMs: number | null;
  lastInboundMs: number | null;
  deliveredWatermarkMs: number;
  readWatermarkMs: number;
};

/** Null for one that is being erased, too. */
export function findProfile(db: Db, conversationId: number): ExportedProfile | null {
  return (
    prepared<ExportedProfile>(
      db,
      `SELECT c.psid, c.page_id AS pageId, p.name AS pageName, c.channel, c.display_name AS displayName,
         c.picture_url AS pictureUrl, c.status, c.last_activity_ms AS lastActivityMs, c.last_inbound_ms AS lastInboundMs,
         c.delivered_watermark_ms AS deliveredWatermarkMs, c.read_watermark_ms AS readWatermarkMs
       FROM conversations c LEFT JOIN pages p ON p.id = c.page_id WHERE c.id = ? AND c.psid NOT GLOB 'erased:*'`,
    ).get(conversationId) ?? null
  );
}

type Row = Record<string, string | number | null>;

/** What is kept beside the messages, each a list by the name it has in the file, in the order of `id`. */
const LISTS = {
  reactions: `SELECT id, mid, emoji, name, is_removed AS isRemoved, reacted_ms AS reactedMs FROM reactions`,
  edits: `SELECT id, mid, number, text, edited_ms AS editedMs FROM message_edits`,
  waitingReceipts: `SELECT id, mid, status, noted_ms AS notedMs FROM waiting_receipts`,
  outbox: `SELECT message_id AS id, state, content, attempts FROM outbox`,
  oneTimeNotifications: `SELECT id, topic, title, state, asked_ms AS askedMs, granted_ms AS grantedMs,
    expires_ms AS expiresMs, spent_ms AS spentMs, message_id AS messageId FROM one_time_notifications`,
  deliveryErrors: `SELECT id, at_ms AS atMs, message_id AS messageId, operation, code, subcode, type, message, status
    FROM delivery_errors`,
  mediaCopies: `SELECT id, content_type AS contentType, size_bytes AS sizeBytes, fetched_ms AS fetchedMs
    FROM media_files`,
} as const;
export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as ListName[];

/** What is kept of one kind, after an id. */
export function listKept(
  db: Db,
  name: ListName,
  { conversationId, afterId, limit }: { conversationId: number; afterId: number; limit: number },
): (Row & { id: number })[] {
  const id = name === "outbox" ? "message_id" : "id";
  return prepared<Row & { id: number }>(
    db,
    `${LISTS[name]} WHERE conversation_id = ? AND ${id} > ? ORDER BY ${id} LIMIT ?`,
  ).all(conversationId, afterId, limit);
}

/** Files that were uploaded under a name: a message says no more of what was sent with it. */
export function listUploadsNamed(db: Db, pageId: string, filename: string): Row[] {
  return prepared<Row>(
    db,
    `SELECT attachment_id AS attachmentId, type, filename, size_bytes AS sizeBytes, sha256, created_ms AS createdMs,
       expires_ms AS expiresMs FROM uploads WHERE page_id = ? AND filename = ? ORDER BY id`,
  ).all(pageId, filename);
}

export type StoredPayload = { receivedMs: number; body: Buffer };

export function findStoredPayload(db: Db, notificationId: number): StoredPayload | null {
  const sql = "SELECT received_ms AS receivedMs, body FROM notifications WHERE id = ?";
  return prepared<StoredPayload>(db, sql).get(notificationId) ?? null;
}

/** What became of the event at a place of a notification. */
export function findEvent(db: Db, notificationId: number, position: number): Row | null {
  return (
    prepared<Row>(
      db,
      "SELECT field, timestamp_ms AS timestampMs, outcome, repeats, message_id AS messageId FROM events WHERE id = ?",
    ).get(toEventId(notificationId, position)) ?? null
  );
}
