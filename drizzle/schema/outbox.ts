import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * Messages written here that Meta does not have yet, as far as we know. A row goes when its message is sent, so the table
 * stays as small as the queue and what failed in it.
 */
export const outbox = sqliteTable(
  "outbox",
  {
    messageId: integer("message_id").primaryKey(),
    conversationId: integer("conversation_id").notNull(),
    pageId: text("page_id").notNull().default(""),
    /** What to send: JSON of OutgoingContent. Erased with its message. */
    content: text("content").notNull().default("{}"),
    /** Counts against the Page's smaller limit for audio and video (Meta docs: rate limiting). */
    isMedia: integer("is_media", { mode: "boolean" }).notNull().default(false),
    /** `unconfirmed` and `failed` stay as they are until an echo, a look at Meta or a person decides. */
    state: text("state", { enum: ["waiting", "sending", "unconfirmed", "failed"] })
      .notNull()
      .default("waiting"),
    /** Requests made for it so far. */
    attempts: integer("attempts").notNull().default(0),
    /** Not to be tried before this: it is being retried. */
    notBeforeMs: integer("not_before_ms"),
    /** Set while a request for it is under way; found set at start-up, the outcome of that request is unknown. */
    sendingSinceMs: integer("sending_since_ms"),
    /** Of an unconfirmed one: when the conversation is looked up at Meta next; null: no more. */
    nextLookupMs: integer("next_lookup_ms"),
    lookups: integer("lookups").notNull().default(0),
  },
  (table) => [
    index("outbox_conversation").on(table.conversationId, table.messageId),
    index("outbox_due").on(table.state, table.notBeforeMs),
    index("outbox_lookup").on(table.nextLookupMs).where(sql`next_lookup_ms IS NOT NULL`),
  ],
);

/** Files that were uploaded to Meta for a Page, to be sent by id until that ends (90 days; Meta docs: saving assets). */
export const uploads = sqliteTable(
  "uploads",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    pageId: text("page_id").notNull(),
    channel: text("channel", { enum: ["messenger", "instagram"] }).notNull(),
    /** Meta's id. Belongs to the Page. */
    attachmentId: text("attachment_id").notNull(),
    type: text("type", { enum: ["image", "audio", "video", "file"] }).notNull(),
    filename: text("filename").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    /** SHA-256 of the bytes: the same file again is not uploaded again. */
    sha256: text("sha256").notNull(),
    userId: text("user_id"),
    createdMs: integer("created_ms").notNull(),
    expiresMs: integer("expires_ms").notNull(),
  },
  (table) => [
    uniqueIndex("uploads_attachment").on(table.pageId, table.attachmentId),
    index("uploads_file").on(table.pageId, table.sha256),
    index("uploads_expiry").on(table.expiresMs),
  ],
);

/** One-time notifications: asked for, agreed to, spent (Meta docs: one-time notification). */
export const oneTimeNotifications = sqliteTable(
  "one_time_notifications",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    pageId: text("page_id").notNull(),
    conversationId: integer("conversation_id").notNull(),
    /** What was asked for: the request's payload, and its title when it was asked from here. */
    topic: text("topic").notNull(),
    title: text("title"),
    state: text("state", { enum: ["asked", "granted", "spent", "expired"] }).notNull(),
    askedMs: integer("asked_ms"),
    grantedMs: integer("granted_ms"),
    /** Of a token that is not used: a year after it was granted. */
    expiresMs: integer("expires_ms"),
    spentMs: integer("spent_ms"),
    /** The message that spends it. Set in the transaction that queues that message, so it is spent once. */
    messageId: integer("message_id"),
    tokenEncrypted: text("token_encrypted"),
    /** SHA-256 of the token: the same opt-in again is no second token. */
    tokenHash: text("token_hash"),
  },
  (table) => [
    uniqueIndex("one_time_token").on(table.tokenHash).where(sql`token_hash IS NOT NULL`),
    index("one_time_conversation").on(table.conversationId, table.id),
    index("one_time_page_topic").on(table.pageId, table.topic, table.state),
    index("one_time_message").on(table.messageId).where(sql`message_id IS NOT NULL`),
    index("one_time_expiry").on(table.expiresMs).where(sql`state = 'granted'`),
  ],
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
     * Why there is no code: the request never left, its outcome is unknown or, as was found out later, it did not arrive;
     * or it was not tried because the Page's token is dead, or the rules did not allow it any more. Null when Graph
     * answered.
     */
    unanswered: text("unanswered", { enum: ["not_sent", "unknown_outcome", "not_found", "not_tried", "refused"] }),
    message: text("message").notNull(),
    fbtraceId: text("fbtrace_id"),
    httpStatus: integer("http_status"),
    status: text("status", { enum: ["open", "retried", "resolved", "known"] }).notNull(),
    /** What errors are grouped by: `code/subcode`, `code`, or why there was no answer; of an action behind its name and `:`. */
    cause: text("cause").notNull().default(""),
  },
  (table) => [
    index("delivery_errors_group").on(table.pageId, table.cause, table.status, table.id),
    index("delivery_errors_page").on(table.pageId, table.id),
    index("delivery_errors_status").on(table.status, table.id),
    index("delivery_errors_conversation").on(table.conversationId).where(sql`conversation_id IS NOT NULL`),
  ],
);

/** Delivery errors of one cause on one Page, kept and not counted: what the list of groups and its trend are made of. */
export const deliveryErrorGroups = sqliteTable(
  "delivery_error_groups",
  {
    pageId: text("page_id").notNull(),
    cause: text("cause").notNull(),
    total: integer("total").notNull(),
    open: integer("open").notNull(),
    firstMs: integer("first_ms").notNull(),
    lastMs: integer("last_ms").notNull(),
    lastErrorId: integer("last_error_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.pageId, table.cause] }),
    index("delivery_error_groups_last").on(table.lastMs),
  ],
);

export const deliveryErrorDays = sqliteTable(
  "delivery_error_days",
  {
    pageId: text("page_id").notNull(),
    cause: text("cause").notNull(),
    /** Unix days: milliseconds divided by 86,400,000. */
    day: integer("day").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.pageId, table.cause, table.day] })],
);
