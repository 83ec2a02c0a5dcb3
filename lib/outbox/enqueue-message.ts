import "server-only";
import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { Changes } from "@/lib/inbox/changes";
import { findMessageByClientId, insertMessage } from "@/lib/inbox/message-queries";
import { recordActivity } from "@/lib/inbox/record-activity";
import { findThreadById } from "@/lib/inbox/thread-queries";
import { insertIntoOutbox } from "./outbox-queries";

export type Reply = { conversationId: number; clientId: string; text: string; userId: string };

/**
 * Makes a reply a row before it is a request. The same `clientId` again answers the same message and queues nothing.
 * @returns the message's id, and what to publish; null when there is no such conversation
 */
export function enqueueMessage(db: Db, reply: Reply, nowMs: number): { messageId: number; changes: Changes } | null {
  const { conversationId, clientId, text, userId } = reply;
  return inTransaction(db, () => {
    const changes = new Changes();
    const thread = findThreadById(db, conversationId);
    if (!thread) return null;
    const before = findMessageByClientId(db, conversationId, clientId);
    if (before) return { messageId: before.id, changes };
    const message = {
      conversationId,
      pageId: thread.pageId,
      mid: null,
      direction: "out",
      author: "desk",
      kind: "message",
      field: null,
      text,
      attachments: null,
      payload: null,
      replyToMid: null,
      sentMs: nowMs,
      status: "queued",
      notificationId: null,
      clientId,
      // Unguessable and new each time: another desk on the same app must never claim our echoes, or we theirs.
      sendKey: `pagedesk:${randomUUID()}`,
      userId,
    } as const;
    const messageId = insertMessage(db, message) as number;
    insertIntoOutbox(db, messageId, conversationId);
    recordActivity(db, thread, message);
    changes.createdMessages.add(messageId);
    changes.conversations.add(conversationId);
    return { messageId, changes };
  });
}
