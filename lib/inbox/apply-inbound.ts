import "server-only";
import type { Db } from "@/lib/db/db";
import type { MessageEvent, PostbackEvent } from "@/lib/messenger/messaging-event";
import { takeEdits } from "./apply-edit";
import type { Context, Effect, Place } from "./apply-event";
import { fillUnsent } from "./apply-unsend";
import { toDetails } from "./message-details";
import { findMessageByMid, insertMessage, leaveStandby, type MessageState, type NewMessage } from "./message-queries";
import { recordActivity, toLine } from "./record-activity";
import { type ThreadState, updateThread } from "./thread-queries";

/** What the person wrote, or tapped. */
export function applyInbound(
  db: Db,
  thread: ThreadState,
  event: MessageEvent | PostbackEvent,
  place: Place,
  context: Context,
): Effect {
  noteChannel(thread, place);
  noteAd(thread, event, place);
  const known = event.mid === null ? undefined : findMessageByMid(db, thread.pageId, event.mid);
  const message = toInbound(thread, event, place, context);
  if (known) return meetKnown(db, thread, known, message, context);
  const edited = event.mid === null ? message : takeEdits(db, thread.id, event.mid, message);
  const messageId = insertMessage(db, edited);
  context.changes.createdMessages.add(messageId);
  thread.lastInboundMs = Math.max(thread.lastInboundMs ?? 0, place.sentMs);
  recordActivity(db, thread, {
    line: toLine(edited),
    sentMs: place.sentMs,
    tie: place.tie,
    isUnread: true,
    reopens: true,
  });
  return { messageId };
}

/** Written out field by field: this runs for every message, and spreading objects costs as much as a database look-up. */
function toInbound(
  thread: ThreadState,
  event: MessageEvent | PostbackEvent,
  place: Place,
  context: Context,
): NewMessage {
  const message = event.kind === "message" ? event : null;
  const postback = event.kind === "postback" ? event : null;
  const attachments = message?.attachments ?? [];
  return {
    conversationId: thread.id,
    pageId: thread.pageId,
    mid: event.mid,
    direction: "in",
    author: "customer",
    appId: null,
    kind: event.kind,
    field: place.field,
    text: message ? message.text : (postback?.title ?? null),
    attachments: attachments.length > 0 ? JSON.stringify(attachments) : null,
    payload: message ? message.quickReplyPayload : (postback?.payload ?? null),
    details: toDetails(event),
    replyToMid: message?.replyToMid ?? null,
    sentMs: place.sentMs,
    tie: place.tie,
    isStandby: place.isStandby,
    editCount: 0,
    unsentMs: null,
    status: "received",
    notificationId: context.notificationId,
    clientId: null,
    sendKey: null,
    userId: null,
  };
}

/** The same mid again: after its tombstone, in the other channel, or in another shape such as the dashboard's test. */
function meetKnown(db: Db, thread: ThreadState, known: MessageState, message: NewMessage, context: Context): Effect {
  const { changes } = context;
  if (known.unsentMs !== null) return fillUnsent(db, thread, known, message, changes);
  updateThread(db, thread, false);
  if (known.isStandby && !message.isStandby && message.field !== null) {
    leaveStandby(db, known.id, { field: message.field, payload: message.payload });
    changes.updatedMessages.add(known.id);
  }
  return { messageId: known.id };
}

/**
 * A message that came through an ad keeps the window open longer; a click on the ad alone does not (Meta docs: Send API,
 * messaging window).
 */
function noteAd(thread: ThreadState, event: MessageEvent | PostbackEvent, { sentMs }: Place): void {
  if (event.kind !== "message" || event.referral?.source !== "ADS") return;
  thread.lastAdMs = Math.max(thread.lastAdMs ?? 0, sentMs);
}

/** In which channel the person was last heard: whether somebody else answers them at the moment. */
function noteChannel(thread: ThreadState, { isStandby, sentMs }: Place): void {
  if (isStandby) thread.standbyMs = Math.max(thread.standbyMs ?? 0, sentMs);
  else thread.primaryMs = Math.max(thread.primaryMs ?? 0, sentMs);
}
