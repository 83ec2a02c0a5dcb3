import "server-only";
import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db/db";
import { hash53 } from "@/lib/db/hash53";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { Changes } from "@/lib/inbox/changes";
import { findMessageByClientId, insertMessage, NOTHING_MORE } from "@/lib/inbox/message-queries";
import { recordActivity, toLine } from "@/lib/inbox/record-activity";
import { findThreadById, type ThreadState } from "@/lib/inbox/thread-queries";
import { checkOutgoing } from "@/lib/messenger/check-outgoing";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { decideContent } from "./decide-content";
import { hasMessage, insertIntoOutbox } from "./outbox-queries";
import { findSendStanding } from "./send-facts-queries";
import { takeOneTime } from "./take-one-time";
import { toMessageContent } from "./to-message-content";

export type Reply = { conversationId: number; clientId: string; content: OutgoingContent; userId: string };

/**
 * Makes a reply a row before it is a request. The same `clientId` again answers the same message and queues nothing.
 *
 * @returns the message's id, and what to publish
 * @throws {AppError} `not_found`; `invalid_input` for what the channel does not take; `send_refused` and
 *   `thread_held_elsewhere` with the reason; `one_time_spent`. Then nothing is queued.
 */
export function enqueueMessage(db: Db, reply: Reply, nowMs: number): { messageId: number; changes: Changes } {
  const { conversationId, clientId, content } = reply;
  return inTransaction(db, () => {
    const changes = new Changes();
    const standing = findSendStanding(db, conversationId);
    const thread = standing && findThreadById(db, conversationId);
    if (!thread) throw new AppError("not_found", "There is no such conversation.");
    const before = findMessageByClientId(db, conversationId, clientId);
    if (before) return { messageId: before.id, changes };
    assertTaken(db, conversationId, content, standing.facts.channel);
    const decision = decideContent(standing.facts, content, { holdsOneTime: false, nowMs });
    if (decision.way === "refused") {
      const code = decision.code === "held_elsewhere" ? "thread_held_elsewhere" : "send_refused";
      throw new AppError(code, decision.reason);
    }
    const messageId = addMessage(db, thread, reply, nowMs);
    takeOneTime(db, { messageId, conversationId, pageId: thread.pageId, content }, nowMs);
    changes.createdMessages.add(messageId);
    changes.conversations.add(conversationId);
    return { messageId, changes };
  });
}

function assertTaken(db: Db, conversationId: number, content: OutgoingContent, channel: "messenger" | "instagram") {
  const fields = checkOutgoing(content, channel);
  if (content.replyToMid !== undefined && !hasMessage(db, conversationId, content.replyToMid)) {
    fields.push({ path: "replyToMid", message: "This message is not in the conversation, so it cannot be quoted." });
  }
  if (fields.length === 0) return;
  throw new AppError("invalid_input", fields.map(({ message }) => message).join(" "), { fields });
}

function addMessage(db: Db, thread: ThreadState, { clientId, content, userId }: Reply, nowMs: number): number {
  const { id: conversationId, pageId } = thread;
  // Unguessable and new each time: another desk on the same app must never claim our echoes, or we theirs.
  const sendKey = `pagedesk:${randomUUID()}`;
  const message = {
    ...NOTHING_MORE,
    ...toMessageContent(content),
    conversationId,
    pageId,
    mid: null,
    direction: "out",
    author: "desk",
    kind: "message",
    field: null,
    replyToMid: content.replyToMid ?? null,
    sentMs: nowMs,
    tie: hash53(sendKey),
    status: "queued",
    notificationId: null,
    clientId,
    sendKey,
    userId,
  } as const;
  const messageId = insertMessage(db, message);
  insertIntoOutbox(db, { messageId, conversationId, pageId, content });
  const line = toLine(message);
  recordActivity(db, thread, { line, sentMs: nowMs, tie: message.tie, isUnread: false, reopens: false });
  return messageId;
}
