import "server-only";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { markAsked, reserveOneTime } from "@/lib/one-time/one-time-queries";

type Queued = { messageId: number; conversationId: number; pageId: string; content: OutgoingContent };

/**
 * What queuing a message does to one-time notifications: one that it spends is its own from now on, one that it asks for
 * is written down. Call it in the transaction that queues.
 * @throws {AppError} `one_time_spent`: somebody else was quicker, or its year is over
 */
export function takeOneTime(db: Db, queued: Queued, nowMs: number): void {
  const { messageId, conversationId, pageId, content } = queued;
  const { template, oneTimeId } = content;
  if (template?.type === "one_time_notif_req") {
    const { topic, title } = template;
    markAsked(db, { pageId, conversationId, messageId, topic, title }, nowMs);
  }
  if (oneTimeId === undefined || reserveOneTime(db, { id: Number(oneTimeId), conversationId, messageId }, nowMs))
    return;
  throw new AppError("one_time_spent", "Somebody has used it, or it is more than a year old. Choose another one.");
}
