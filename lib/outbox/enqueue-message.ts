import "server-only";
import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db/db";
import { hash53 } from "@/lib/db/hash53";
import { inTransaction } from "@/lib/db/transaction";
import { Changes } from "@/lib/inbox/changes";
import { findErasable } from "@/lib/inbox/erase-conversation-queries";
import { findMessageByClientId, insertMessage, NOTHING_MORE } from "@/lib/inbox/message-queries";
import { recordActivity, toLine } from "@/lib/inbox/record-activity";
import { findThreadById } from "@/lib/inbox/thread-queries";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { insertIntoOutbox } from "./outbox-queries";

export type Reply = { conversationId: number; clientId: string; content: OutgoingContent; userId: string };

/**
 * Makes a reply a row before it is a request. The same `clientId` again answers the same message and queues nothing.
 * @returns the message's id, and what to publish; null when there is no such conversation
 */
export function enqueueMessage(db: Db, reply: Reply, nowMs: number): { messageId: number; changes: Changes } | null {
  const { conversationId, clientId, content, userId } = reply;
  return inTransaction(db, () => {
    const changes = new Changes();
    const thread = findErasable(db, conversationId) && findThreadById(db, conversationId);
    if (!thread) return null;
    const before = findMessageByClientId(db, conversationId, clientId);
    if (before) return { messageId: before.id, changes };
    // Unguessable and new each time: another desk on the same app must never claim our echoes, or we theirs.
    const sendKey = `pagedesk:${randomUUID()}`;
    const message = {
      ...NOTHING_MORE,
      conversationId,
      pageId: thread.pageId,
      mid: null,
      direction: "out",
      author: "desk",
      kind: "message",
      field: null,
      text: content.text ?? null,
      sentMs: nowMs,
      tie: hash53(sendKey),
      status: "queued",
      notificationId: null,
      clientId,
      sendKey,
      userId,
    } as const;
    const messageId = insertMessage(db, message);
    insertIntoOutbox(db, { messageId, conversationId, pageId: thread.pageId, content });
    recordActivity(db, thread, {
      line: toLine(message),
      sentMs: nowMs,
      tie: message.tie,
      isUnread: false,
      reopens: false,
    });
    changes.createdMessages.add(messageId);
    changes.conversations.add(conversationId);
    return { messageId, changes };
  });
}
