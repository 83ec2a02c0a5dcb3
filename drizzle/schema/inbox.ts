import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * The thread of one person with one Page. PSIDs are page-scoped, so the same person on two Pages is two of these.
 * A projection of `events`: everything here can be made again from them, but what staff did (`staffReadMessageId`, `status`).
 */
export const conversations = sqliteTable(
  "conversations",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    pageId: text("page_id").notNull(),
    channel: text("channel", { enum: ["messenger", "instagram"] }).notNull(),
    /** PSID, or IGSID on Instagram. */
    psid: text("psid").notNull(),
    displayName: text("display_name"),
    pictureUrl: text("picture_url"),
    /** When Meta was last asked for the profile; null: not yet. */
    profileCheckedMs: integer("profile_checked_ms"),
    preview: text("preview").notNull().default(""),
    previewKind: text("preview_kind").notNull().default("none"),
    previewDirection: text("preview_direction", { enum: ["in", "out"] })
      .notNull()
      .default("in"),
    /** Message the preview stands for, by platform time; ties go to the greater mid, so that order of arrival is no matter. */
    previewMs: integer("preview_ms"),
    previewMid: text("preview_mid"),
    /** Null: only receipts or placeholders so far, not shown in lists. */
    lastActivityMs: integer("last_activity_ms"),
    /** Last action of the person that opens the 24-hour window (Meta docs: Send API, messaging window). */
    lastInboundMs: integer("last_inbound_ms"),
    /** Kept, not counted. */
    unreadCount: integer("unread_count").notNull().default(0),
    /** Staff have seen every message up to this id (ids are order of arrival). */
    staffReadMessageId: integer("staff_read_message_id").notNull().default(0),
    /** `message_deliveries`: what was sent before this has arrived. Only moves forward. */
    deliveredWatermarkMs: integer("delivered_watermark_ms").notNull().default(0),
    /** `message_reads`: what was sent at or before this was read. Only moves forward. */
    readWatermarkMs: integer("read_watermark_ms").notNull().default(0),
    status: text("status", { enum: ["open", "done"] })
      .notNull()
      .default("open"),
  },
  (table) => [
    // SQLite ends every index with the row id: it orders rows of one time without being named here.
    uniqueIndex("conversations_person").on(table.pageId, table.psid),
    index("conversations_recent").on(table.lastActivityMs),
    index("conversations_page_recent").on(table.pageId, table.lastActivityMs),
    index("conversations_unread").on(table.lastActivityMs).where(sql`unread_count > 0`),
    index("conversations_no_profile").on(table.id).where(sql`profile_checked_ms IS NULL`),
  ],
);

export const messages = sqliteTable(
  "messages",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    conversationId: integer("conversation_id").notNull(),
    pageId: text("page_id").notNull(),
    /** Null until the Send API has answered, or when Meta gave none (old postbacks, placeholders). */
    mid: text("mid"),
    /** `hash53(mid)`, which is what is indexed. A Page has a mid once: `insertMessage` sees to it. */
    midHash: integer("mid_hash"),
    direction: text("direction", { enum: ["in", "out"] }).notNull(),
    author: text("author", { enum: ["customer", "desk", "bot", "page_inbox", "other_app"] }).notNull(),
    kind: text("kind", { enum: ["message", "postback", "placeholder"] }).notNull(),
    field: text("field"),
    text: text("text"),
    attachments: text("attachments"),
    payload: text("payload"),
    replyToMid: text("reply_to_mid"),
    sentMs: integer("sent_ms").notNull(),
    status: text("status", {
      enum: ["received", "queued", "sending", "sent", "delivered", "read", "failed", "unconfirmed"],
    }).notNull(),
    notificationId: integer("notification_id"),
    /** What was written here: the client's own id, and the key that its echo brings back as `metadata`. */
    clientId: text("client_id"),
    sendKey: text("send_key"),
    userId: text("user_id"),
    deliveryErrorId: integer("delivery_error_id"),
  },
  (table) => [
    index("messages_mid").on(table.midHash).where(sql`mid_hash IS NOT NULL`),
    index("messages_thread").on(table.conversationId, table.sentMs),
    uniqueIndex("messages_client").on(table.conversationId, table.clientId).where(sql`client_id IS NOT NULL`),
    uniqueIndex("messages_send_key").on(table.sendKey).where(sql`send_key IS NOT NULL`),
  ],
);
