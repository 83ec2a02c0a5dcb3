import "server-only";
import { type Db, prepared } from "@/lib/db/db";

export type Channel = "messenger" | "instagram";

/** What applying an event needs to know of its conversation. */
export type ThreadState = {
  id: number;
  pageId: string;
  preview: string;
  previewKind: string;
  previewDirection: "in" | "out";
  previewMs: number | null;
  previewTie: number | null;
  previewMid: string | null;
  lastActivityMs: number | null;
  lastInboundMs: number | null;
  lastAdMs: number | null;
  unreadCount: number;
  deliveredWatermarkMs: number;
  readWatermarkMs: number;
  ownerAppId: string | null;
  ownerKind: "desk" | "page_inbox" | "other_app" | null;
  ownerMs: number | null;
  ownerTie: number | null;
  standbyMs: number | null;
  primaryMs: number | null;
};

const STATE = `id, page_id AS pageId, preview, preview_kind AS previewKind, preview_direction AS previewDirection,
  preview_ms AS previewMs, preview_tie AS previewTie, preview_mid AS previewMid, last_activity_ms AS lastActivityMs,
  last_inbound_ms AS lastInboundMs, last_ad_ms AS lastAdMs, unread_count AS unreadCount, delivered_watermark_ms AS deliveredWatermarkMs,
  read_watermark_ms AS readWatermarkMs, owner_app_id AS ownerAppId, owner_kind AS ownerKind, owner_ms AS ownerMs,
  owner_tie AS ownerTie, standby_ms AS standbyMs, primary_ms AS primaryMs`;

export function findThread(db: Db, pageId: string, psid: string): ThreadState | undefined {
  return prepared<ThreadState>(db, `SELECT ${STATE} FROM conversations WHERE page_id = ? AND psid = ?`).get(
    pageId,
    psid,
  );
}

export function findThreadById(db: Db, conversationId: number): ThreadState | undefined {
  return prepared<ThreadState>(db, `SELECT ${STATE} FROM conversations WHERE id = ?`).get(conversationId);
}

export function createThread(db: Db, pageId: string, channel: Channel, psid: string): ThreadState {
  return prepared<ThreadState>(
    db,
    `INSERT INTO conversations (page_id, channel, psid) VALUES (?, ?, ?) RETURNING ${STATE}`,
  ).get(pageId, channel, psid) as ThreadState;
}

/** Writes back what a message changed. `reopens`: the conversation is open again. */
export function updateThread(db: Db, state: ThreadState, reopens: boolean): void {
  prepared(
    db,
    `UPDATE conversations SET last_activity_ms = ?, last_inbound_ms = ?, last_ad_ms = ?, unread_count = ?, preview = ?, preview_kind = ?,
       preview_direction = ?, preview_ms = ?, preview_tie = ?, preview_mid = ?, standby_ms = ?, primary_ms = ?,
       status = CASE WHEN ? THEN 'open' ELSE status END
     WHERE id = ?`,
  ).run(
    state.lastActivityMs,
    state.lastInboundMs,
    state.lastAdMs,
    state.unreadCount,
    state.preview,
    state.previewKind,
    state.previewDirection,
    state.previewMs,
    state.previewTie,
    state.previewMid,
    state.standbyMs,
    state.primaryMs,
    reopens ? 1 : 0,
    state.id,
  );
}

/** Writes back who holds the thread. */
export function updateOwner(db: Db, state: ThreadState): void {
  prepared(
    db,
    "UPDATE conversations SET owner_app_id = ?, owner_kind = ?, owner_ms = ?, owner_tie = ? WHERE id = ?",
  ).run(state.ownerAppId, state.ownerKind, state.ownerMs, state.ownerTie, state.id);
}

export function updateWatermarks(db: Db, state: ThreadState): void {
  prepared(db, "UPDATE conversations SET delivered_watermark_ms = ?, read_watermark_ms = ? WHERE id = ?").run(
    state.deliveredWatermarkMs,
    state.readWatermarkMs,
    state.id,
  );
}

/** Keeps the Page's number of conversations with something unread. */
export function addUnreadConversations(db: Db, pageId: string, change: 1 | -1): void {
  prepared(db, "UPDATE pages SET unread_conversations = max(0, unread_conversations + ?) WHERE id = ?").run(
    change,
    pageId,
  );
}
