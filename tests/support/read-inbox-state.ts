import { type Db, prepared } from "@/lib/db/db";

type Row = Record<string, unknown>;

/** Ids of ours, and times at which something arrived: they depend on the order of arrival, and say nothing. */
const SURROGATE = ["id", "conversation_id", "notification_id", "noted_ms"];

/**
 * All that the inbox knows, in the order it is shown: whole rows, so that a column that is added is part of it. Two
 * inboxes of one story are the same exactly when this is.
 */
export function readInboxState(db: Db) {
  const conversations = prepared<Row>(db, "SELECT * FROM conversations ORDER BY page_id, psid").all();
  return {
    conversations: conversations.map((conversation) => ({
      ...withoutSurrogates(conversation),
      messages: list(db, "SELECT * FROM messages WHERE conversation_id = ? ORDER BY sent_ms, tie, id", conversation.id),
      reactions: list(db, "SELECT * FROM reactions WHERE conversation_id = ? ORDER BY mid", conversation.id),
      edits: list(db, "SELECT * FROM message_edits WHERE conversation_id = ? ORDER BY mid, number", conversation.id),
      waiting: list(
        db,
        "SELECT * FROM waiting_receipts WHERE conversation_id = ? ORDER BY mid, status",
        conversation.id,
      ),
    })),
    pages: prepared<Row>(
      db,
      "SELECT id AS pageId, unread_conversations, policy_action, policy_reason, policy_ms FROM pages ORDER BY id",
    ).all(),
    failed: prepared<Row>(db, "SELECT field, error FROM events WHERE outcome IN ('failed', 'parked')").all(),
  };
}

function list(db: Db, sql: string, conversationId: unknown): Row[] {
  return prepared<Row>(db, sql).all(conversationId).map(withoutSurrogates);
}

function withoutSurrogates(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !SURROGATE.includes(name)));
}
