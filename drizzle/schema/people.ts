import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

const ROLES = ["owner", "admin", "agent", "developer"] as const;

/** People who may use the desk, or might: what they did keeps its name after they are gone. */
export const users = sqliteTable(
  "users",
  {
    id: text("id").primaryKey(),
    /** The id Facebook Login gives (never a PSID); `local:…` for somebody who signs in with a password. */
    asid: text("asid").notNull().unique(),
    name: text("name").notNull(),
    pictureUrl: text("picture_url"),
    role: text("role", { enum: ROLES }).notNull(),
    createdMs: integer("created_ms").notNull(),
    /** Lower case; only of those who sign in with a password. */
    email: text("email"),
    passwordHash: text("password_hash"),
    /** False: only the Pages in `user_pages`. */
    hasAllPages: integer("has_all_pages", { mode: "boolean" }).notNull().default(true),
    /** Since when they may not come in. */
    deactivatedMs: integer("deactivated_ms"),
  },
  (table) => [uniqueIndex("users_email").on(table.email).where(sql`email IS NOT NULL`)],
);

/** The Pages of somebody who may not see all of them. */
export const userPages = sqliteTable(
  "user_pages",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    pageId: text("page_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.pageId] })],
);

/** One row a sign-in. The cookie carries the id; the row is looked up on every request, so that it can be ended. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdMs: integer("created_ms").notNull(),
    expiresMs: integer("expires_ms").notNull(),
    revokedMs: integer("revoked_ms"),
    /** To about a minute. */
    seenMs: integer("seen_ms"),
    /** As the browser names itself, cut. */
    userAgent: text("user_agent"),
    ip: text("ip"),
  },
  (table) => [
    index("sessions_user").on(table.userId),
    index("sessions_expiry").on(table.expiresMs),
    index("sessions_revoked").on(table.revokedMs).where(sql`revoked_ms IS NOT NULL`),
  ],
);

/** A link that lets one person in, once, with a role and Pages that are fixed when it is made. */
export const invitations = sqliteTable(
  "invitations",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of what the link carries; that itself is not kept. */
    tokenHash: text("token_hash").notNull().unique(),
    /** For whom, as whoever invited wrote it. */
    note: text("note").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    hasAllPages: integer("has_all_pages", { mode: "boolean" }).notNull(),
    pageIds: text("page_ids", { mode: "json" }).$type<string[]>().notNull(),
    /** Null: made from the command line, by whoever runs the machine. */
    createdBy: text("created_by"),
    createdMs: integer("created_ms").notNull(),
    expiresMs: integer("expires_ms").notNull(),
    /** Whom it gives a new password, or who took it. */
    userId: text("user_id"),
    acceptedMs: integer("accepted_ms"),
    revokedMs: integer("revoked_ms"),
  },
  (table) => [index("invitations_expiry").on(table.expiresMs)],
);

/** Keys for programs. One acts for whoever made it, and never beyond what they may do themselves at the time. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** SHA-256 of the key, which is 256 random bits and shown once. */
    keyHash: text("key_hash").notNull().unique(),
    /** Its last four characters, to tell keys apart. */
    hint: text("hint").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    hasAllPages: integer("has_all_pages", { mode: "boolean" }).notNull(),
    pageIds: text("page_ids", { mode: "json" }).$type<string[]>().notNull(),
    createdMs: integer("created_ms").notNull(),
    /** To about a minute. */
    usedMs: integer("used_ms"),
    revokedMs: integer("revoked_ms"),
  },
  (table) => [index("api_keys_user").on(table.userId)],
);

/** The long-lived user token of somebody who agreed to let the desk manage Pages. */
export const pageConsents = sqliteTable("page_consents", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** ASID of the Facebook account that consented: not always the one that signed in. */
  asid: text("asid").notNull(),
  tokenEncrypted: text("token_encrypted").notNull(),
  expiresMs: integer("expires_ms"),
  createdMs: integer("created_ms").notNull(),
});

/** What people and Meta did that somebody may ask about later. Never a secret, never message text. */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    atMs: integer("at_ms").notNull(),
    /** Null: Meta, or the command line. */
    userId: text("user_id"),
    action: text("action").notNull(),
    target: text("target"),
    detail: text("detail", { mode: "json" }).$type<Record<string, unknown>>(),
    /** The Page it is about, if it is about one. */
    pageId: text("page_id"),
    /** From where, and with which key when it was a program. */
    ip: text("ip"),
    apiKeyId: text("api_key_id"),
  },
  (table) => [
    index("audit_log_user").on(table.userId, table.id),
    index("audit_log_page").on(table.pageId, table.id),
    index("audit_log_action").on(table.action, table.id),
    index("audit_log_at").on(table.atMs),
  ],
);
