import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Messages that wait to be sent. A row goes when its message has an outcome, so the table stays as small as the queue. */
export const outbox = sqliteTable(
  "outbox",
  {
    messageId: integer("message_id").primaryKey(),
    conversationId: integer("conversation_id").notNull(),
    /** Set while a request for it is under way; found set at start-up, the outcome of that request is unknown. */
    sendingSinceMs: integer("sending_since_ms"),
  },
  (table) => [index("outbox_conversation").on(table.conversationId, table.messageId)],
);

/** Graph calls about a message that failed. Everything Meta said, never the token or the text. */
export const deliveryErrors = sqliteTable(
  "delivery_errors",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    atMs: integer("at_ms").notNull(),
    pageId: text("page_id").notNull(),
    conversationId: integer("conversation_id"),
    messageId: integer("message_id"),
    operation: text("operation").notNull(),
    /** Of Graph; null when there was no answer to read one from. */
    code: integer("code"),
    subcode: integer("subcode"),
    type: text("type"),
    /**
     * Why there is no code: the request never left, its outcome is unknown, or it was not tried because the Page's token
     * is dead. Null when Graph answered.
     */
    unanswered: text("unanswered", { enum: ["not_sent", "unknown_outcome", "not_tried"] }),
    message: text("message").notNull(),
    fbtraceId: text("fbtrace_id"),
    httpStatus: integer("http_status"),
    status: text("status", { enum: ["open", "retried", "resolved"] }).notNull(),
  },
  (table) => [
    index("delivery_errors_page").on(table.pageId, table.id),
    index("delivery_errors_status").on(table.status, table.id),
    index("delivery_errors_conversation").on(table.conversationId).where(sql`conversation_id IS NOT NULL`),
  ],
);
