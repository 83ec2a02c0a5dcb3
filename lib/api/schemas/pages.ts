import { z } from "zod";
import { id, unixMs } from "./common";

/**
 * One thing that keeps a Page from working, told to a person: what is wrong (`title`), why (`detail`), and the
 * step that mends it (`fix`, as an instruction).
 */
export const pageProblem = z.object({
  code: z.enum([
    "token_missing",
    "token_invalid",
    "fields_missing",
    "app_not_subscribed",
    "app_fields_missing",
    "webhook_broken",
    "webhook_refused",
    "policy_block",
    "policy_warning",
    "check_failed",
  ]),
  title: z.string(),
  detail: z.string(),
  fix: z.string(),
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
  linked: z.boolean(),
});
export type AvailablePage = z.infer<typeof availablePage>;
export const availablePageList = z.object({ pages: z.array(availablePage), nextCursor: z.null() });

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
