import { z } from "zod";
import { id, nextCursor, unixMs } from "./common";

/**
 * One thing that keeps a Page from working, told to a person: what is wrong (`title`), why (`detail`), and the
 * step that mends it (`fix`, as an instruction).
 */
export const pageProblem = z.object({
  code: z.enum([
    "token_missing",
    /** The token is dead, by cause (Meta docs: error 190 and its subcodes); `token_invalid` when Meta names none. */
    "token_invalid",
    "token_app_removed",
    "token_checkpoint",
    "token_password_changed",
    "token_expired",
    "token_unconfirmed_user",
    "token_logged_out",
    "token_role_lost",
    /** The token lives, and does not reach far enough. */
    "permission_missing",
    "page_not_granted",
    "task_missing",
    "token_expires_soon",
    "app_secret_refused",
    /** Fields and subscriptions. */
    "fields_missing",
    "page_unsubscribed",
    "app_not_subscribed",
    "app_callback_elsewhere",
    "app_fields_missing",
    /** What comes in, or does not. */
    "webhook_broken",
    "webhook_refused",
    "other_app_answers",
    "silent",
    "app_only_roles",
    "page_restricted",
    "policy_block",
    "policy_warning",
    "instagram_not_subscribed",
    "check_failed",
  ]),
  /** Whether nothing works for the Page while it lasts, or something does not. */
  severity: z.enum(["broken", "attention"]),
  title: z.string(),
  detail: z.string(),
  fix: z.string(),
  /** When it was first seen, of those a look at Meta finds. */
  since: unixMs.nullable(),
});
export type PageProblem = z.infer<typeof pageProblem>;

export const page = z.object({
  id,
  name: z.string(),
  pictureUrl: z.string().nullable(),
  category: z.string().nullable(),
  /** `unlinked` Pages keep their history and stay in the list as long as they have any. */
  status: z.enum(["healthy", "attention", "broken", "unlinked"]),
  tokenStatus: z.enum(["valid", "invalid", "missing", "unknown"]),
  desiredFields: z.array(z.string()),
  actualFields: z.array(z.string()),
  /** The professional account that comes along as a channel of the Page. */
  instagram: z.object({ id, username: z.string().nullable() }).nullable(),
  /** What is known of the token, never the token. */
  token: z.object({
    source: z.enum(["login", "pasted"]).nullable(),
    ownerName: z.string().nullable(),
    expiresAt: unixMs.nullable(),
    scopes: z.array(z.string()).nullable(),
    tasks: z.array(z.string()).nullable(),
  }),
  /** Other apps on the Page with their fields. Not ours, and nothing the desk can change. */
  otherApps: z.array(z.object({ id, name: z.string(), fields: z.array(z.string()) })),
  lastSentAt: unixMs.nullable(),
  /** What Meta lets the Page send beyond replies; `unknown` until something was taken or refused. */
  capabilities: z.object({
    humanAgent: z.enum(["unknown", "yes", "no"]),
    oneTime: z.enum(["unknown", "yes", "no"]),
    utility: z.enum(["unknown", "yes", "no"]),
  }),
  /** When the next look at Meta is due by itself. */
  nextCheckAt: unixMs.nullable(),
  /** How many conversations of this Page have something unread. */
  unreadConversations: z.int(),
  lastNotificationAt: unixMs.nullable(),
  linkedAt: unixMs.nullable(),
  checkedAt: unixMs.nullable(),
  problems: z.array(pageProblem),
});
export type Page = z.infer<typeof page>;
export const pageList = z.object({ pages: z.array(page), nextCursor: z.null() });

export const availablePage = z.object({
  id,
  name: z.string(),
  pictureUrl: z.string().nullable(),
  category: z.string().nullable(),
  selectable: z.boolean(),
  /** One sentence for a person when `selectable` is false, else null. */
  reason: z.string().nullable(),
  /** The same for programs. `not_granted`: linked here, and no longer among what the person lets the desk manage. */
  obstacle: z.enum(["permission_declined", "not_granted", "no_access", "task_missing"]).nullable(),
  linked: z.boolean(),
  /** Who linked it, when that was somebody else: connecting it again takes it over and keeps its history. */
  linkedByName: z.string().nullable(),
  instagramUsername: z.string().nullable(),
});
export type AvailablePage = z.infer<typeof availablePage>;
export const availablePageList = z.object({
  pages: z.array(availablePage),
  /** Permissions that were declined, and can be asked for again. */
  declined: z.array(z.string()),
  nextCursor: z.null(),
});

/** A token typed in by hand: of a Page, or of a system user, whose Pages can then be picked. */
export const pasteTokenInput = z.object({ token: z.string().trim().min(20).max(2000) });
export const pasteTokenResult = z.object({
  kind: z.enum(["page", "system_user"]),
  /** Of a Page's token: the Page that is linked now. */
  page: page.nullable(),
});
export type PasteTokenResult = z.infer<typeof pasteTokenResult>;

export const pageHistoryEntry = z.object({
  id,
  at: unixMs,
  kind: z.enum(["linked", "reconnected", "unlinked", "fields_changed", "problem_began", "problem_ended"]),
  /** Of a problem: its code, and its title as it is told now. */
  code: z.string().nullable(),
  title: z.string().nullable(),
  /** Of changed fields: what came and went. */
  added: z.array(z.string()),
  removed: z.array(z.string()),
  userName: z.string().nullable(),
});
export type PageHistoryEntry = z.infer<typeof pageHistoryEntry>;
export const pageHistoryList = z.object({ entries: z.array(pageHistoryEntry), nextCursor });

export const linkPagesInput = z.object({
  pageIds: z.array(id).min(1).max(500),
  fields: z.array(z.string()).min(1).max(100).optional(),
});
export const linkPagesResult = z.object({
  results: z.array(
    z.object({
      pageId: id,
      ok: z.boolean(),
      problem: z.object({ code: z.string(), title: z.string(), detail: z.string() }).optional(),
    }),
  ),
});
export type LinkPagesResult = z.infer<typeof linkPagesResult>;

export const setFieldsInput = z.object({ fields: z.array(z.string()).min(1).max(100) });
export const setFieldsResult = z.object({
  desired: z.array(z.string()),
  actual: z.array(z.string()),
  added: z.array(z.string()),
  removed: z.array(z.string()),
});
export type SetFieldsResult = z.infer<typeof setFieldsResult>;

/** A Page, or Instagram account, whose notifications arrive here although it is not linked. They are kept. */
export const parkedEntry = z.object({
  /** `entry[].id`: of object `instagram` the account's, not the Page's. */
  id,
  object: z.enum(["page", "instagram"]),
  eventCount: z.int(),
  firstAt: unixMs,
  lastAt: unixMs,
});
export type ParkedEntry = z.infer<typeof parkedEntry>;
export const parkedEntryList = z.object({ entries: z.array(parkedEntry), nextCursor: z.null() });
