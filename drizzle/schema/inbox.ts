import { sql } from "drizzle-orm";
import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

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
    /** Message the preview stands for: the last of the thread, by platform time and `tie`. */
    previewMs: integer("preview_ms"),
    previewTie: integer("preview_tie"),
    previewMid: text("preview_mid"),
    /** Null: only receipts or placeholders so far, not shown in lists. */
    lastActivityMs: integer("last_activity_ms"),
    /** Last action of the person that opens the 24-hour window (Meta docs: Send API, messaging window). */
    lastInboundMs: integer("last_inbound_ms"),
    /** The person's last message that came through an ad: it keeps the window open longer. */
    lastAdMs: integer("last_ad_ms"),
    /** Kept, not counted: one-time notifications that were agreed to and can still be used. */
    oneTimeTokens: integer("one_time_tokens").notNull().default(0),
    /** Kept, not counted. */
    unreadCount: integer("unread_count").notNull().default(0),
    /** Staff have seen every message up to this id (ids are order of arrival). */
    staffReadMessageId: integer("staff_read_message_id").notNull().default(0),
    /** `message_deliveries`: what was sent before this has arrived. Only moves forward. */
    deliveredWatermarkMs: integer("delivered_watermark_ms").notNull().default(0),
    /** `message_reads`: what was sent at or before this was read. Only moves forward. */
    readWatermarkMs: integer("read_watermark_ms").notNull().default(0),
    /** App that holds the thread, as the last handover said (Meta docs: messaging_handovers), and when that was. */
    ownerAppId: text("owner_app_id"),
    ownerKind: text("owner_kind", { enum: ["desk", "page_inbox", "other_app"] }),
    ownerMs: integer("owner_ms"),
    ownerTie: integer("owner_tie"),
    /** Newest thing the person did that came to us to look on, and to answer: whether we look on at the moment. */
    standbyMs: integer("standby_ms"),
    primaryMs: integer("primary_ms"),
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
    kind: text("kind", { enum: ["message", "postback", "system", "placeholder"] }).notNull(),
    field: text("field"),
    text: text("text"),
    attachments: text("attachments"),
    payload: text("payload"),
    /** JSON: the ThreadNote of a system line; of anything else what goes with it (`MessageDetails`). */
    details: text("details"),
    replyToMid: text("reply_to_mid"),
    sentMs: integer("sent_ms").notNull(),
    /** Decides among messages of one millisecond: a hash of what they are, so that order of arrival is no matter. */
    tie: integer("tie").notNull().default(0),
    /** When the sender took it back; its content is gone. */
    unsentMs: integer("unsent_ms"),
    /** Came only to look on, so far: another app holds the thread. */
    isStandby: integer("is_standby", { mode: "boolean" }).notNull().default(false),
    editCount: integer("edit_count").notNull().default(0),
    status: text("status", {
      enum: ["received", "queued", "sending", "sent", "delivered", "read", "failed", "unconfirmed"],
    }).notNull(),
    notificationId: integer("notification_id"),
    /** What was written here: the client's own id, and the key that its echo brings back as `metadata`. */
    clientId: text("client_id"),
    sendKey: text("send_key"),
    userId: text("user_id"),
    deliveryErrorId: integer("delivery_error_id"),
    /** The app that sent it, as its echo told; null for what people write, and where Meta did not say. */
    appId: text("app_id"),
    /** The Page's own reaction to it, an emoji. */
    ownReaction: text("own_reaction"),
  },
  (table) => [
    index("messages_mid").on(table.midHash).where(sql`mid_hash IS NOT NULL`),
    index("messages_thread").on(table.conversationId, table.sentMs, table.tie),
    uniqueIndex("messages_client").on(table.conversationId, table.clientId).where(sql`client_id IS NOT NULL`),
    uniqueIndex("messages_send_key").on(table.sendKey).where(sql`send_key IS NOT NULL`),
  ],
);

/** The newest reaction of the person to a message, or that it was taken back. May come before the message. */
export const reactions = sqliteTable(
  "reactions",
  {
    id: integer("id").primaryKey(),
    conversationId: integer("conversation_id").notNull(),
    mid: text("mid").notNull(),
    /** `hash53(mid)`, which is what is indexed. */
    midHash: integer("mid_hash").notNull(),
    emoji: text("emoji"),
    name: text("name"),
    isRemoved: integer("is_removed", { mode: "boolean" }).notNull(),
    reactedMs: integer("reacted_ms").notNull(),
    tie: integer("tie").notNull(),
  },
  (table) => [index("reactions_mid").on(table.midHash), index("reactions_conversation").on(table.conversationId)],
);

/** Every text a message has had: 0 is the first one. May come before the message, then 0 is missing until it is there. */
export const messageEdits = sqliteTable(
  "message_edits",
  {
    id: integer("id").primaryKey(),
    conversationId: integer("conversation_id").notNull(),
    mid: text("mid").notNull(),
    midHash: integer("mid_hash").notNull(),
    number: integer("number").notNull(),
    text: text("text").notNull(),
    editedMs: integer("edited_ms").notNull(),
    notificationId: integer("notification_id"),
  },
  (table) => [
    index("message_edits_mid").on(table.midHash),
    index("message_edits_conversation").on(table.conversationId),
  ],
);

/** Receipts that named a message which is not here yet. */
export const waitingReceipts = sqliteTable(
  "waiting_receipts",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    conversationId: integer("conversation_id").notNull(),
    mid: text("mid").notNull(),
    midHash: integer("mid_hash").notNull(),
    status: text("status", { enum: ["delivered", "read"] }).notNull(),
    notedMs: integer("noted_ms").notNull(),
  },
  (table) => [
    index("waiting_receipts_mid").on(table.midHash),
    index("waiting_receipts_conversation").on(table.conversationId),
  ],
);

/** Copies of pictures and attachments, since Meta's own links expire. Kept for as long as the settings say. */
export const mediaFiles = sqliteTable(
  "media_files",
  {
    id: integer("id").primaryKey(),
    /** SHA-256 of Meta's address. */
    urlHash: text("url_hash").notNull(),
    /** Whose it is; null: a Page's or somebody's of the desk. */
    conversationId: integer("conversation_id"),
    contentType: text("content_type").notNull(),
    body: blob("body", { mode: "buffer" }).notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    fetchedMs: integer("fetched_ms").notNull(),
  },
  (table) => [
    uniqueIndex("media_files_url").on(table.urlHash),
    index("media_files_conversation").on(table.conversationId),
    // With the size, so that adding all of them up reads no body.
    index("media_files_age").on(table.fetchedMs, table.sizeBytes),
  ],
);
