import { z } from "zod";
import { id, listQuery, nextCursor, unixMs } from "./common";
import { conversation } from "./inbox";

/** Ids of rows of ours. */
const rowId = z.string().regex(/^\d{1,15}$/, "Give an id that this desk gave out.");

export const deliveryErrorStatus = z.enum(["open", "retried", "resolved", "known"]);

/** What the product does about it (Meta's codes sorted; see the error catalogue). */
export const errorClass = z.enum([
  "transient",
  "rate",
  "token",
  "permission",
  "window",
  "recipient",
  "request",
  "restriction",
  "unconfirmed",
  "not_sent",
]);
export type ErrorClass = z.infer<typeof errorClass>;

/** To whom a call was and what it was to say, as the inbox shows it: whoever may read errors may read that. */
const failedAbout = z.object({
  /** Null: Meta has not told it, nobody was meant, or the person was erased. */
  displayName: z.string().nullable(),
  /** The beginning of the text. Empty when there is none: see `previewKind`. */
  preview: z.string(),
  previewKind: conversation.shape.previewKind,
});
export type FailedAbout = z.infer<typeof failedAbout>;

export const deliveryError = failedAbout.extend({
  id,
  at: unixMs,
  pageId: id,
  conversationId: id.nullable(),
  messageId: id.nullable(),
  operation: z.string(),
  code: z.int().nullable(),
  subcode: z.int().nullable(),
  message: z.string(),
  fbtraceId: z.string().nullable(),
  title: z.string(),
  advice: z.string(),
  retryable: z.boolean(),
  status: deliveryErrorStatus,
  /** What it is grouped by: `code/subcode`, `code`, or why there was no answer; of an action behind its operation and `:`. */
  cause: z.string(),
  errorClass,
  /** Why sending it again cannot work now, when it cannot. */
  obstacle: z.string().nullable(),
});
export type DeliveryError = z.infer<typeof deliveryError>;

export const deliveryErrorQuery = listQuery.extend({
  pageId: id.optional(),
  status: deliveryErrorStatus.optional(),
  cause: z.string().max(60).optional(),
  errorClass: errorClass.optional(),
  conversationId: rowId.transform(Number).optional(),
});
export const deliveryErrorList = z.object({ errors: z.array(deliveryError), nextCursor });
export type DeliveryErrorList = z.infer<typeof deliveryErrorList>;
export const deliveryErrorResult = z.object({ error: deliveryError });

/** Errors of one cause on one Page. */
export const deliveryErrorGroup = z.object({
  pageId: id,
  cause: z.string(),
  operation: z.string(),
  code: z.int().nullable(),
  subcode: z.int().nullable(),
  errorClass,
  title: z.string(),
  advice: z.string(),
  total: z.int(),
  open: z.int(),
  firstAt: unixMs,
  lastAt: unixMs,
  /** How many on each of the last 14 days, today last. */
  days: z.array(z.int()),
  /** Why nothing that is open in it can be tried again all at once, when it is known. */
  obstacle: z.string().nullable(),
});
export type DeliveryErrorGroup = z.infer<typeof deliveryErrorGroup>;
export const deliveryErrorGroupQuery = listQuery.extend({
  pageId: id.optional(),
  /** With `open` only groups of which something is open. */
  status: z.literal("open").optional(),
  cause: z.string().max(60).optional(),
  errorClass: errorClass.optional(),
});
export const deliveryErrorGroupList = z.object({
  groups: z.array(deliveryErrorGroup),
  nextCursor,
  /** How many errors are open in all groups that match, those of other pages of the list too. */
  openCount: z.int(),
});
export type DeliveryErrorGroupList = z.infer<typeof deliveryErrorGroupList>;

/** What to try again, or mark as known (or not): by id, or every open one (or known one) of a cause on a Page. */
export const deliveryErrorSelection = z.union([
  z.object({ ids: z.array(rowId).min(1).max(500) }),
  z.object({ pageId: id, cause: z.string().min(1).max(60) }),
]);
export type DeliveryErrorSelection = z.infer<typeof deliveryErrorSelection>;
export const retryErrorsInput = z.object({
  selection: deliveryErrorSelection,
  dryRun: z.boolean().default(false),
  /** `nextCursor` of the call before: goes on behind what that one looked at. */
  cursor: z.string().max(500).optional(),
});
const goingAgain = failedAbout.extend({ deliveryErrorId: id });
export type GoingAgain = z.infer<typeof goingAgain>;
export const retryErrorsResult = z.object({
  /** How many were, or with `dryRun` would be, sent again. */
  retried: z.int(),
  /** With `dryRun`: the first few of them. */
  going: z.array(goingAgain),
  refused: z.array(z.object({ deliveryErrorId: id, reason: z.string() })),
  /** More were selected than one call takes: ask again, with `nextCursor`. */
  hasMore: z.boolean(),
  nextCursor,
});
export type RetryErrorsResult = z.infer<typeof retryErrorsResult>;
export const markErrorsInput = z.object({ selection: deliveryErrorSelection, isKnown: z.boolean() });
/** `hasMore`: ask the same again; what was changed is no longer selected. */
export const markErrorsResult = z.object({ changed: z.int(), hasMore: z.boolean() });
export type MarkErrorsResult = z.infer<typeof markErrorsResult>;
