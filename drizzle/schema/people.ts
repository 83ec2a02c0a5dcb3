import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** People who may use the desk. Keyed by the id Facebook Login gives (ASID), which is never a PSID. */
export const users = sqliteTable("users", {
  id: text("id").primaryKey(),
  asid: text("asid").notNull().unique(),
  name: text("name").notNull(),
  pictureUrl: text("picture_url"),
  role: text("role", { enum: ["owner", "admin", "agent", "developer"] }).notNull(),
  createdMs: integer("created_ms").notNull(),
});

/** One row a sign-in. The cookie carries the id; the row is looked up on every request, so that it can be ended. */
export const sessions = sqliteTable("sessions", {
  id: text("id").primaryKey(),
  userId: text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  createdMs: integer("created_ms").notNull(),
  expiresMs: integer("expires_ms").notNull(),
  revokedMs: integer("revoked_ms"),
});

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
export const auditLog = sqliteTable("audit_log", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  atMs: integer("at_ms").notNull(),
  userId: text("user_id"),
  action: text("action").notNull(),
  target: text("target"),
  detail: text("detail", { mode: "json" }).$type<Record<string, unknown>>(),
});
