import { sql } from "drizzle-orm";
import { blob, index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * One row a POST from Meta, bytes as received. Written before it has any meaning, answered 200 only after that, and
 * never changed: what it means is in `interpretations`.
 */
export const notifications = sqliteTable(
  "notifications",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    receivedMs: integer("received_ms").notNull(),
    body: blob("body", { mode: "buffer" }).notNull(),
    /** The headers that matter, as JSON. */
    headers: text("headers").notNull(),
    /** Anything but `valid` was rejected, and is kept as a sample. */
    signature: text("signature", { enum: ["valid", "invalid", "missing"] }).notNull(),
    /** Size of the body as received: a rejected one is kept cut. */
    sizeBytes: integer("size_bytes").notNull(),
    /** What we answered. */
    status: integer("status").notNull(),
  },
  (table) => [index("notifications_rejected").on(table.id).where(sql`signature <> 'valid'`)],
);

/** What became of a notification. No row yet: it waits for the interpreter. */
export const interpretations = sqliteTable(
  "interpretations",
  {
    notificationId: integer("notification_id").primaryKey(),
    /** `pending`: an event of it is parked. */
    outcome: text("outcome", {
      enum: ["applied", "duplicate", "partly_failed", "failed", "unreadable", "pending"],
    }).notNull(),
    object: text("object"),
    /** JSON lists. */
    pageIds: text("page_ids").notNull(),
    fields: text("fields").notNull(),
    eventCount: integer("event_count").notNull(),
    error: text("error"),
    /** From its first byte to its commit; null when the process ended before that could be noted. */
    durationMs: real("duration_ms"),
  },
  (table) => [
    // Nearly all are `applied`, and those are found by walking the ids.
    index("interpretations_outcome").on(table.outcome).where(sql`outcome <> 'applied'`),
  ],
);

/** One row an item of a notification. */
export const events = sqliteTable(
  "events",
  {
    /** Made from the notification's id and the place in it: see `toEventId`. */
    id: integer("id").primaryKey(),
    /** `entry[].id`: the Page, or the Instagram account. */
    entryId: text("entry_id").notNull(),
    field: text("field").notNull(),
    /** What makes it the same event when it comes again. */
    key: text("key").notNull(),
    /** `toKeyHash(key, timestampMs)`, which is what is indexed. */
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
    index("events_entry").on(table.entryId),
    index("events_parked").on(table.entryId).where(sql`outcome = 'parked'`),
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
