import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";

export type Queued = {
  messageId: number;
  conversationId: number;
  pageId: string;
  psid: string;
  text: string;
  sendKey: string;
};

export function insertIntoOutbox(
  db: Db,
  {
    messageId,
    conversationId,
    pageId,
    content,
  }: { messageId: number; conversationId: number; pageId: string; content: OutgoingContent },
): void {
  prepared(db, "INSERT INTO outbox (message_id, conversation_id, page_id, content) VALUES (?, ?, ?, ?)").run(
    messageId,
    conversationId,
    pageId,
    JSON.stringify(content),
  );
}

/** The oldest message that may go now: within a conversation they go one after the other. */
export function findNextQueued(db: Db): Queued | undefined {
  return prepared<Queued>(
    db,
    `SELECT o.message_id AS messageId, o.conversation_id AS conversationId, c.page_id AS pageId, c.psid,
       m.text, m.send_key AS sendKey
     FROM outbox o JOIN messages m ON m.id = o.message_id JOIN conversations c ON c.id = o.conversation_id
     WHERE o.sending_since_ms IS NULL
       AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.conversation_id = o.conversation_id AND b.sending_since_ms IS NOT NULL)
     ORDER BY o.message_id LIMIT 1`,
  ).get();
}

export function markSending(db: Db, messageId: number, nowMs: number): void {
  prepared(db, "UPDATE outbox SET sending_since_ms = ? WHERE message_id = ?").run(nowMs, messageId);
}

export function deleteFromOutbox(db: Db, messageId: number): void {
  prepared(db, "DELETE FROM outbox WHERE message_id = ?").run(messageId);
}

/** Messages whose request was under way when the process ended. */
export function listInterrupted(db: Db): number[] {
  return prepared<{ messageId: number }>(
    db,
    "SELECT message_id AS messageId FROM outbox WHERE sending_since_ms IS NOT NULL",
  )
    .all()
    .map((row) => row.messageId);
}
