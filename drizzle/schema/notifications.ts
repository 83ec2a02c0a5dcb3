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
    /** How the signature was found right: which of the app secrets, from 0, and by which hash. */
    secretIndex: integer("secret_index"),
    signatureHash: text("signature_hash", { enum: ["sha256", "sha1"] }),
    /** Of a rejected one: what is most likely wrong. */
    signatureCause: text("signature_cause", {
      enum: ["missing", "sha1_only", "malformed", "re_encoded", "wrong_secret"],
    }),
    /** When text was taken out of the body, because its sender unsent the message. Then the bytes no longer match the signature. */
    redactedMs: integer("redacted_ms"),
  },
  (table) => [
    index("notifications_rejected").on(table.id).where(sql`signature <> 'valid'`),
    index("notifications_received").on(table.receivedMs),
  ],
);

/** What became of a notification. No row yet: it waits for the interpreter. */
export const interpretations = sqliteTable(
  "interpretations",
  {
    notificationId: integer("notification_id").primaryKey(),
    /** `pending`: an event of it is parked. `rejected`: not interpreted; `pageIds` are whom it claims to be about. */
    outcome: text("outcome", {
      enum: ["applied", "duplicate", "partly_failed", "failed", "unreadable", "pending", "rejected"],
    }).notNull(),
    object: text("object"),
    /** JSON lists. */
    pageIds: text("page_ids").notNull(),
    fields: text("fields").notNull(),
    eventCount: integer("event_count").notNull(),
    error: text("error"),
    /** From its first byte to its commit; null when the process ended before that could be noted. */
    durationMs: real("duration_ms"),
    /** When it was first interpreted. */
    interpretedMs: integer("interpreted_ms"),
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
    outcome: text("outcome", {
      enum: ["applied", "recorded", "duplicate", "not_recognised", "parked", "failed"],
    }).notNull(),
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
    // SQLite ends every index with the row id: this lists a Page's newest first without a sort.
    index("events_entry").on(table.entryId),
    index("events_parked").on(table.entryId).where(sql`outcome = 'parked'`),
    index("events_repetition").on(table.firstEventId).where(sql`first_event_id IS NOT NULL`),
  ],
);

/** Notifications of which something could not be applied, until it could or was tried often enough. */
export const interpretationRetries = sqliteTable(
  "interpretation_retries",
  {
    notificationId: integer("notification_id").primaryKey(),
    attempts: integer("attempts").notNull(),
    /** When to try again; null: given up, only a person tries again. */
    dueMs: integer("due_ms"),
  },
  (table) => [index("interpretation_retries_due").on(table.dueMs).where(sql`due_ms IS NOT NULL`)],
);

/** Pages, or Instagram accounts, that send here and are not linked. Kept, not counted. */
export const parkedEntries = sqliteTable("parked_entries", {
  /** `entry[].id` */
  entryId: text("entry_id").primaryKey(),
  object: text("object", { enum: ["page", "instagram"] }).notNull(),
  eventCount: integer("event_count").notNull(),
  firstMs: integer("first_ms").notNull(),
  lastMs: integer("last_ms").notNull(),
});

/** Sending many notifications through again. */
export const replays = sqliteTable("replays", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  createdMs: integer("created_ms").notNull(),
  userId: text("user_id"),
  /** Either these notifications (a JSON list of ids), or all that failed and were received since. */
  notificationIds: text("notification_ids", { mode: "json" }).$type<number[]>(),
  sinceMs: integer("since_ms"),
  isDryRun: integer("is_dry_run", { mode: "boolean" }).notNull(),
  status: text("status", { enum: ["running", "done", "cancelled"] }).notNull(),
  total: integer("total").notNull(),
  done: integer("done").notNull().default(0),
  /** Of those done: of how many something changed, and how many still fail. */
  changed: integer("changed").notNull().default(0),
  stillFailing: integer("still_failing").notNull().default(0),
  /** Greatest notification id gone past, and the last one that belongs to it. */
  afterId: integer("after_id").notNull().default(0),
  untilId: integer("until_id").notNull(),
  finishedMs: integer("finished_ms"),
});

/**
 * What the webhook could not take, or took badly, a row a run of the same cause: anyone can cause some of these, so they
 * are bounded in number and in size.
 */
export const webhookFailures = sqliteTable(
  "webhook_failures",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    kind: text("kind", {
      enum: [
        "rejected",
        "not_stored",
        "too_large",
        "foreign_object",
        "slow",
        "unreadable",
        "not_applied",
        "handshake",
        "gap",
      ],
    }).notNull(),
    /** A code of ours, such as `wrong_secret`; never part of what was sent. */
    cause: text("cause").notNull(),
    firstMs: integer("first_ms").notNull(),
    lastMs: integer("last_ms").notNull(),
    count: integer("count").notNull(),
    /** The slowest answer, or the length of a gap. */
    durationMs: integer("duration_ms"),
    /** One of them, to look at. */
    notificationId: integer("notification_id"),
  },
  (table) => [index("webhook_failures_last").on(table.lastMs)],
);

/**
 * Pages whose notifications Meta has been told to send again, since when: after 15 minutes it alerts, after an hour it
 * unsubscribes the Page (Meta docs: webhooks). The row goes with the next notification that is taken.
 */
export const webhookClocks = sqliteTable("webhook_clocks", {
  pageId: text("page_id").primaryKey(),
  sinceMs: integer("since_ms").notNull(),
  lastMs: integer("last_ms").notNull(),
  count: integer("count").notNull(),
  cause: text("cause", { enum: ["not_stored", "slow", "re_encoded", "rejected", "gap"] }).notNull(),
});

/** How far a worker that walks ids has come, kept in the same transaction as its work. */
export const progress = sqliteTable("progress", {
  name: text("name").primaryKey(),
  position: integer("position").notNull(),
});
