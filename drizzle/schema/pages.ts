import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

export const pages = sqliteTable("pages", {
  /** Meta's Page id. */
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  pictureUrl: text("picture_url"),
  category: text("category"),
  instagramAccountId: text("instagram_account_id").unique(),
  instagramUsername: text("instagram_username"),
  /** Null once the Page is unlinked; its history stays. */
  linkedMs: integer("linked_ms"),
  linkedByUserId: text("linked_by_user_id"),
  tokenEncrypted: text("token_encrypted"),
  /** `login`: from a person's consent; `pasted`: typed in by hand. */
  tokenSource: text("token_source", { enum: ["login", "pasted"] }),
  /** Whose token it is: ASID and name of the person it was made for, when Meta told. */
  tokenOwnerAsid: text("token_owner_asid"),
  tokenOwnerName: text("token_owner_name"),
  /** Null: Meta names no end. */
  tokenExpiresMs: integer("token_expires_ms"),
  /** What the token may do, and what its person may do on the Page; null when Meta has not told. */
  tokenScopes: text("token_scopes", { mode: "json" }).$type<string[]>(),
  tasks: text("tasks", { mode: "json" }).$type<string[]>(),
  tokenStatus: text("token_status", { enum: ["valid", "invalid", "missing", "unknown"] }).notNull(),
  desiredFields: text("desired_fields", { mode: "json" }).$type<string[]>().notNull(),
  actualFields: text("actual_fields", { mode: "json" }).$type<string[]>().notNull(),
  /** Outcome of the last look at Meta: problem codes with what they need to be told. */
  problems: text("problems", { mode: "json" })
    .$type<{ code: string; facts: Record<string, string>; sinceMs?: number }[]>()
    .notNull(),
  /** Other apps on the Page, as Meta listed them at the last look: shown, never counted as ours. */
  otherApps: text("other_apps", { mode: "json" }).$type<{ id: string; name: string; fields: string[] }[]>(),
  checkedMs: integer("checked_ms"),
  /** When the next look is due. */
  nextCheckMs: integer("next_check_ms"),
  /** When something was last sent for it and Meta took it. */
  lastSentMs: integer("last_sent_ms"),
  lastNotificationMs: integer("last_notification_ms"),
  /** The last thing Meta's policy team did to the Page: `warning`, `block` or `unblock` (Meta docs: messaging_policy_enforcement). */
  policyAction: text("policy_action"),
  policyReason: text("policy_reason"),
  policyMs: integer("policy_ms"),
  /** Features Meta gives a Page by review; nothing of Meta's tells, so it is learnt from what Meta takes and refuses, or set by hand. */
  humanAgent: text("human_agent", { enum: ["unknown", "yes", "no"] })
    .notNull()
    .default("unknown"),
  oneTime: text("one_time", { enum: ["unknown", "yes", "no"] })
    .notNull()
    .default("unknown"),
  /** Kept, not counted: conversations with `unread_count` above zero. */
  unreadConversations: integer("unread_conversations").notNull().default(0),
});

/** What happened to a Page and its connection: problems that came and went, and what people did. Bounded in number for each Page. */
export const pageHistory = sqliteTable(
  "page_history",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    pageId: text("page_id").notNull(),
    atMs: integer("at_ms").notNull(),
    kind: text("kind", {
      enum: ["linked", "reconnected", "unlinked", "fields_changed", "problem_began", "problem_ended"],
    }).notNull(),
    /** Of a problem: its code. */
    code: text("code"),
    facts: text("facts", { mode: "json" }).$type<Record<string, string>>().notNull(),
    userId: text("user_id"),
  },
  (table) => [index("page_history_page").on(table.pageId, table.id)],
);

/** How much came for a Page in each hour: kept while interpreting, for telling silence from habit. */
export const pageHours = sqliteTable(
  "page_hours",
  {
    pageId: text("page_id").notNull(),
    /** Unix hours: milliseconds divided by 3,600,000. */
    hour: integer("hour").notNull(),
    /** Events from people, and how many of those came in standby. */
    events: integer("events").notNull(),
    standby: integer("standby").notNull(),
  },
  (table) => [primaryKey({ columns: [table.pageId, table.hour] })],
);

/** Changing the fields of many Pages: a job, and a row for each Page it is about. */
export const fieldJobs = sqliteTable("field_jobs", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  createdMs: integer("created_ms").notNull(),
  userId: text("user_id"),
  status: text("status", { enum: ["running", "done", "cancelled"] }).notNull(),
  /** The job it takes back. */
  undoesId: integer("undoes_id"),
  finishedMs: integer("finished_ms"),
});

export const fieldJobPages = sqliteTable(
  "field_job_pages",
  {
    jobId: integer("job_id").notNull(),
    pageId: text("page_id").notNull(),
    /** The whole set that is wanted, and what was wanted before: for undoing. */
    fields: text("fields", { mode: "json" }).$type<string[]>().notNull(),
    before: text("before", { mode: "json" }).$type<string[]>().notNull(),
    status: text("status", { enum: ["waiting", "done", "failed"] }).notNull(),
    /** Why it failed, for a person. */
    problem: text("problem", { mode: "json" }).$type<{ code: string; title: string; detail: string }>(),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.pageId] }),
    index("field_job_pages_status").on(table.jobId, table.status),
  ],
);

/** What the app itself is subscribed to at Meta, as last seen. One row. */
export const appStatus = sqliteTable("app_status", {
  id: integer("id").primaryKey(),
  subscriptions: text("subscriptions", { mode: "json" })
    .$type<
      { object: string; callbackUrl: string; isActive: boolean; fields: { name: string; version: string | null }[] }[]
    >()
    .notNull(),
  checkedMs: integer("checked_ms"),
  /** When Meta last verified the webhook address with the right token. */
  verifiedMs: integer("verified_ms"),
  /** The last time the desk asked Meta to subscribe the app, and how the handshake ended. */
  handshakeMs: integer("handshake_ms"),
  handshakeError: text("handshake_error"),
  /** When Meta last refused a send because the person has no role on the app. */
  onlyRolesMs: integer("only_roles_ms"),
});

/** Requests of Meta's to forget a person (Meta docs: data deletion callback). */
export const deletionRequests = sqliteTable(
  "deletion_requests",
  {
    /** What the person can ask about it with. */
    code: text("code").primaryKey(),
    /** SHA-256 of the signed request: the same one again is answered the same, and does nothing more. */
    requestHash: text("request_hash").notNull(),
    requestedMs: integer("requested_ms").notNull(),
    /** Whom to forget; emptied when it is done. */
    subjectId: text("subject_id"),
    doneMs: integer("done_ms"),
  },
  (table) => [
    uniqueIndex("deletion_requests_hash").on(table.requestHash),
    index("deletion_requests_open").on(table.requestedMs).where(sql`done_ms IS NULL`),
  ],
);

/** Texts and switches people change in the desk itself. */
export const deskSettings = sqliteTable("desk_settings", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
  changedMs: integer("changed_ms").notNull(),
  userId: text("user_id"),
});
