import { sql } from "drizzle-orm";
import { blob, index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** One row a POST from Meta, bytes as received. Written before it has any meaning, and answered 200 only after that. */
export const notifications = sqliteTable(
  "notifications",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    receivedMs: integer("received_ms").notNull(),
    body: blob("body", { mode: "buffer" }).notNull(),
    /** The headers that matter, as JSON. */
    headers: text("headers").notNull(),
    signature: text("signature", { enum: ["valid", "invalid", "missing"] }).notNull(),
    /** Size of the body as received: a rejected one is kept cut. */
    sizeBytes: integer("size_bytes").notNull(),
    /** What we answered. */
    status: integer("status").notNull(),
    durationMs: real("duration_ms"),
    outcome: text("outcome", {
      enum: ["applied", "duplicate", "partly_failed", "failed", "unreadable", "rejected", "pending"],
    }).notNull(),
    /** The rest is known once interpreted. */
    object: text("object"),
    pageIds: text("page_ids"),
    fields: text("fields"),
    eventCount: integer("event_count").notNull().default(0),
    error: text("error"),
  },
  (table) => [
    // Nearly every row ends as `applied`, and those are found by walking the ids.
    index("notifications_outcome").on(table.outcome, table.id).where(sql`outcome NOT IN ('applied', 'pending')`),
  ],
);

/** One row an item of a notification. */
export const events = sqliteTable(
  "events",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    notificationId: integer("notification_id").notNull(),
    /** Place in the notification, counted over all its entries. */
    position: integer("position").notNull(),
    /** `entry[].id`: the Page, or the Instagram account. */
    entryId: text("entry_id").notNull(),
    field: text("field").notNull(),
    /** What makes it the same event when it comes again. */
    key: text("key").notNull(),
    /** `hash53(key)`, which is what is indexed. */
    keyHash: integer("key_hash").notNull(),
    timestampMs: integer("timestamp_ms"),
    outcome: text("outcome", { enum: ["applied", "duplicate", "not_interpreted", "parked", "failed"] }).notNull(),
    error: text("error"),
    /** Set on a repetition: the event that came first. */
    firstEventId: integer("first_event_id"),
    /** How often it came again. */
    repeats: integer("repeats").notNull().default(0),
    messageId: integer("message_id"),
    conversationId: integer("conversation_id"),
  },
  (table) => [
    index("events_key").on(table.keyHash).where(sql`first_event_id IS NULL`),
    uniqueIndex("events_position").on(table.notificationId, table.position),
    index("events_entry").on(table.entryId, table.notificationId),
    index("events_parked").on(table.entryId, table.notificationId).where(sql`outcome = 'parked'`),
  ],
);

/** How far a worker that walks ids has come, kept in the same transaction as its work. */
export const progress = sqliteTable("progress", {
  name: text("name").primaryKey(),
  position: integer("position").notNull(),
});

/** Calls of the webhook that leave no row of their own. Kept in memory and added here now and then. */
export const webhookCounters = sqliteTable("webhook_counters", {
  name: text("name").primaryKey(),
  count: integer("count").notNull(),
  lastMs: integer("last_ms").notNull(),
});
