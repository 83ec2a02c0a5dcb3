import "server-only";
import type { Message } from "@/lib/api/schemas/inbox";
import type { Db } from "@/lib/db/db";
import type { EchoEvent } from "@/lib/messenger/messaging-event";
import { isPageInbox } from "@/lib/messenger/page-inbox";
import type { Context } from "./apply-event";
import { findMessageByMid, findMessageBySendKey, insertMessage } from "./message-queries";
import { recordActivity } from "./record-activity";
import { settleAsSent } from "./settle-as-sent";
import { statusByWatermark } from "./status-by-watermark";
import type { ThreadState } from "./thread-queries";

/**
 * A copy of something the Page sent. Ours meets the bubble that is already there, by the key we put into `metadata` or
 * by mid, whether the Send API has answered yet or not; what others sent gets a bubble of its own.
 */
export function applyEcho(
  db: Db,
  thread: ThreadState,
  echo: EchoEvent,
  { field, sentMs, context }: { field: string; sentMs: number; context: Context },
): number | null {
  const bySendKey = echo.metadata === null ? undefined : findMessageBySendKey(db, echo.metadata);
  const ours =
    bySendKey?.conversationId === thread.id
      ? bySendKey
      : echo.mid === null
        ? undefined
        : findMessageByMid(db, thread.pageId, echo.mid);
  if (ours) {
    const status = statusByWatermark(thread, sentMs);
    settleAsSent(db, ours, { mid: echo.mid, sentMs, status }, context.changes);
    return ours.id;
  }
  const message = {
    conversationId: thread.id,
    pageId: thread.pageId,
    mid: echo.mid,
    direction: "out",
    author: toAuthor(echo.appId, context.appId),
    kind: "message",
    field,
    text: echo.text,
    attachments: echo.attachments.length > 0 ? JSON.stringify(echo.attachments) : null,
    payload: null,
    replyToMid: echo.replyToMid,
    sentMs,
    status: statusByWatermark(thread, sentMs),
    notificationId: context.notificationId,
    clientId: null,
    sendKey: null,
    userId: null,
  } as const;
  const messageId = insertMessage(db, message);
  if (messageId === null) return null;
  context.changes.createdMessages.add(messageId);
  recordActivity(db, thread, message);
  return messageId;
}

/** Without an app id it was Meta's own inbox: that is how it was before v12, and how it is on Instagram. */
function toAuthor(appId: string | null, ownAppId: string): Message["author"] {
  if (appId === null || isPageInbox(appId)) return "page_inbox";
  return appId === ownAppId ? "desk" : "other_app";
}
