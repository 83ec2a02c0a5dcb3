import "server-only";
import type { Db } from "@/lib/db/db";
import type { UnsendEvent } from "@/lib/messenger/messaging-event";
import type { Context, Effect, Place } from "./apply-event";
import type { Changes } from "./changes";
import { deleteEdits, listEdits } from "./edit-queries";
import {
  fillTombstone,
  findMessageByMid,
  insertMessage,
  leaveStandby,
  type MessageState,
  type NewMessage,
  NOTHING_MORE,
  removeContent,
} from "./message-queries";
import { type PreviewLine, recordActivity, renewPreview } from "./record-activity";
import { type ThreadState, updateThread } from "./thread-queries";

/**
 * The sender took a message back: a tombstone stays, its content goes (Meta docs: Instagram webhooks). Where the message
 * has not come yet, the tombstone waits for it and lets none of its content in.
 */
export function applyUnsend(
  db: Db,
  thread: ThreadState,
  { mid, isEcho }: UnsendEvent,
  place: Place,
  { notificationId, changes }: Context,
): Effect {
  const ofMessage = { conversationId: thread.id, mid };
  const timesMs = listEdits(db, ofMessage).map(({ editedMs }) => editedMs);
  deleteEdits(db, ofMessage);
  const message = findMessageByMid(db, thread.pageId, mid);
  const direction = message?.direction ?? (isEcho ? "out" : "in");
  if (message) {
    removeContent(db, message.id, place.sentMs);
    renewPreview(db, thread, toUnsentLine(direction, mid));
    changes.updatedMessages.add(message.id);
    return { messageId: message.id, unsent: { mid, timesMs: [...timesMs, message.sentMs] } };
  }
  const messageId = insertMessage(db, {
    ...NOTHING_MORE,
    ...place,
    conversationId: thread.id,
    pageId: thread.pageId,
    mid,
    field: null,
    direction,
    author: isEcho ? "page_inbox" : "customer",
    kind: "message",
    unsentMs: place.sentMs,
    status: isEcho ? "sent" : "received",
    notificationId,
  });
  changes.createdMessages.add(messageId);
  return { messageId, unsent: { mid, timesMs } };
}

/** The message of a tombstone, late: it takes its place in the thread and counts, without its content. */
export function fillUnsent(
  db: Db,
  thread: ThreadState,
  tombstone: MessageState,
  message: NewMessage,
  changes: Changes,
): Effect {
  const { id: messageId } = tombstone;
  const unsent = { mid: message.mid as string, timesMs: [message.sentMs] };
  changes.updatedMessages.add(messageId);
  if (!isUnfilled(tombstone)) {
    if (tombstone.isStandby && !message.isStandby && message.field !== null) {
      leaveStandby(db, messageId, { field: message.field, payload: null });
    }
    updateThread(db, thread, false);
    return { messageId, unsent };
  }
  fillTombstone(db, messageId, message);
  const isInbound = message.direction === "in";
  if (isInbound) thread.lastInboundMs = Math.max(thread.lastInboundMs ?? 0, message.sentMs);
  recordActivity(db, thread, {
    line: toUnsentLine(message.direction, unsent.mid),
    sentMs: message.sentMs,
    tie: message.tie,
    isUnread: isInbound,
    reopens: isInbound,
  });
  return { messageId, unsent };
}

/** A tombstone whose message has not come yet. */
export function isUnfilled({ unsentMs, field, clientId }: MessageState): boolean {
  return unsentMs !== null && field === null && clientId === null;
}

function toUnsentLine(direction: "in" | "out", mid: string): PreviewLine {
  return { text: "", kind: "unsent", direction, mid };
}
