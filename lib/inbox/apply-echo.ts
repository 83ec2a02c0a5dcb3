import "server-only";
import type { Message } from "@/lib/api/schemas/inbox";
import type { Db } from "@/lib/db/db";
import { toKnownApp } from "@/lib/messenger/known-apps";
import type { EchoEvent } from "@/lib/messenger/messaging-event";
import type { Context, Effect, Place } from "./apply-event";
import { statusByReceipts } from "./apply-receipt";
import { fillUnsent } from "./apply-unsend";
import { toDetails } from "./message-details";
import {
  findMessageByMid,
  findMessageBySendKey,
  insertMessage,
  leaveStandby,
  type MessageState,
  type NewMessage,
} from "./message-queries";
import { recordActivity, toLine } from "./record-activity";
import { settleAsSent } from "./settle-as-sent";
import { takeContent } from "./take-content";
import type { ThreadState } from "./thread-queries";

/**
 * A copy of something the Page sent. Ours meets the bubble that is already there, by the key we put into `metadata` or
 * by mid, whether the Send API has answered yet or not; what others sent gets a bubble of its own.
 */
export function applyEcho(db: Db, thread: ThreadState, echo: EchoEvent, place: Place, context: Context): Effect {
  const { sentMs, tie } = place;
  const { changes } = context;
  const status = statusByReceipts(db, thread, { mid: echo.mid, sentMs }, changes);
  const message: NewMessage = {
    conversationId: thread.id,
    pageId: thread.pageId,
    mid: echo.mid,
    direction: "out",
    author: toAuthor(echo.appId, context.appId),
    appId: echo.appId,
    kind: "message",
    field: place.field,
    text: echo.text,
    attachments: echo.attachments.length > 0 ? JSON.stringify(echo.attachments) : null,
    payload: null,
    details: toDetails(echo),
    replyToMid: echo.replyToMid,
    sentMs,
    tie,
    isStandby: place.isStandby,
    editCount: 0,
    unsentMs: null,
    status,
    notificationId: context.notificationId,
    clientId: null,
    sendKey: null,
    userId: null,
  };
  const known = findKnown(db, thread, echo);
  if (known?.unsentMs) return fillUnsent(db, thread, known, message, changes);
  if (known) {
    if (known.clientId !== null) takeContent(db, known.id, message);
    settleAsSent(db, known, { mid: echo.mid, sentMs, status }, changes);
    if (known.isStandby && !place.isStandby) leaveStandby(db, known.id, { field: place.field, payload: null });
    return { messageId: known.id };
  }
  const messageId = insertMessage(db, message);
  changes.createdMessages.add(messageId);
  recordActivity(db, thread, { line: toLine(message), sentMs, tie, isUnread: false, reopens: false });
  return { messageId };
}

function findKnown(db: Db, thread: ThreadState, { mid, metadata }: EchoEvent): MessageState | undefined {
  const bySendKey = metadata === null ? undefined : findMessageBySendKey(db, metadata);
  if (bySendKey?.conversationId === thread.id) return bySendKey;
  return mid === null ? undefined : findMessageByMid(db, thread.pageId, mid);
}

/**
 * Without an app id it was Meta's own inbox: that is how it was before v12, and how it is on Instagram. Meta's automation
 * is a machine; of other apps nobody can say who sits behind them.
 */
function toAuthor(appId: string | null, ownAppId: string): Message["author"] {
  if (appId === null) return "page_inbox";
  if (appId === ownAppId) return "desk";
  const known = toKnownApp(appId);
  if (known === null) return "other_app";
  return known === "lead_automation" ? "bot" : "page_inbox";
}
