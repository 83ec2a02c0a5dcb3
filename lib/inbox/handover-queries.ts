import "server-only";
import { type Db, prepared } from "@/lib/db/db";

/** How far apart Meta's clock and ours may be, and its webhook late. */
const NEAR_MS = 60_000;

/**
 * Finds the line about a handover that was written here, when Meta tells of the same one, and says which notification
 * told. @returns its id; null: what Meta tells of is news
 */
export function confirmOwnHandover(
  db: Db,
  handover: { conversationId: number; kind: string; toAppId: string | null; sentMs: number; notificationId: number },
): number | null {
  const { conversationId, kind, toAppId, sentMs, notificationId } = handover;
  const own = prepared<{ id: number }>(
    db,
    `SELECT id FROM messages
     WHERE conversation_id = ? AND sent_ms BETWEEN ? AND ? AND kind = 'system' AND notification_id IS NULL
       AND details ->> 'kind' = ? AND details ->> 'toAppId' IS ?
     ORDER BY sent_ms DESC, tie DESC LIMIT 1`,
  ).get(conversationId, sentMs - NEAR_MS, sentMs + NEAR_MS, kind, toAppId);
  if (!own) return null;
  prepared(db, "UPDATE messages SET notification_id = ? WHERE id = ?").run(notificationId, own.id);
  return own.id;
}
