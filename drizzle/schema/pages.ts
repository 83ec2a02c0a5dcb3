import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const pages = sqliteTable("pages", {
  /** Meta's Page id. */
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  pictureUrl: text("picture_url"),
  category: text("category"),
  instagramAccountId: text("instagram_account_id").unique(),
  /** Null once the Page is unlinked; its history stays. */
  linkedMs: integer("linked_ms"),
  linkedByUserId: text("linked_by_user_id"),
  tokenEncrypted: text("token_encrypted"),
  tokenStatus: text("token_status", { enum: ["valid", "invalid", "missing", "unknown"] }).notNull(),
  desiredFields: text("desired_fields", { mode: "json" }).$type<string[]>().notNull(),
  actualFields: text("actual_fields", { mode: "json" }).$type<string[]>().notNull(),
  /** Outcome of the last look at Meta: problem codes with what they need to be told. */
  problems: text("problems", { mode: "json" }).$type<{ code: string; facts: Record<string, string> }[]>().notNull(),
  checkedMs: integer("checked_ms"),
  lastNotificationMs: integer("last_notification_ms"),
  /** The last thing Meta's policy team did to the Page: `warning`, `block` or `unblock` (Meta docs: messaging_policy_enforcement). */
  policyAction: text("policy_action"),
  policyReason: text("policy_reason"),
  policyMs: integer("policy_ms"),
  /** Kept, not counted: conversations with `unread_count` above zero. */
  unreadConversations: integer("unread_conversations").notNull().default(0),
});
