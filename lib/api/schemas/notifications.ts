import { z } from "zod";
import { id, listQuery, nextCursor, unixMs } from "./common";

export const notificationOutcome = z.enum([
  "applied",
  "duplicate",
  "partly_failed",
  "failed",
  "unreadable",
  "rejected",
  "pending",
]);
export type NotificationOutcome = z.infer<typeof notificationOutcome>;

export const signatureVerdict = z.enum(["valid", "invalid", "missing"]);

export const notificationSummary = z.object({
  id,
  receivedAt: unixMs,
  object: z.string().nullable(),
  pageIds: z.array(id),
  fields: z.array(z.string()),
  outcome: notificationOutcome,
  eventCount: z.int(),
  sizeBytes: z.int(),
  /** From the first byte to the answer; null when the process ended before it could be noted. */
  durationMs: z.number().nullable(),
  /** From its arrival to its effect on the inbox; null while it waits. */
  applyMs: z.int().nullable(),
  signature: signatureVerdict,
  /** HTTP status it was answered with. */
  status: z.int(),
  /** How often events of it came again later. */
  duplicates: z.int(),
});
export type NotificationSummary = z.infer<typeof notificationSummary>;

const moment = z
  .string()
  .regex(/^\d{1,15}$/, "Give Unix milliseconds.")
  .transform(Number);

export const notificationQuery = listQuery.extend({
  pageId: id.optional(),
  field: z.string().max(100).optional(),
  outcome: notificationOutcome.optional(),
  /** Only what needs a look: failed, partly failed, unreadable, rejected. */
  problems: z.stringbool().optional(),
  /** PSID, or IGSID. */
  psid: id.optional(),
  /** Received at or after, and before. */
  from: moment.optional(),
  to: moment.optional(),
  /** Words of the payload; the last one may be the beginning of a word. */
  q: z.string().max(200).optional(),
});
/** A page may be shorter than `limit`, even empty, and still have a `nextCursor`: a rare filter is looked for in steps. */
export const notificationList = z.object({
  notifications: z.array(notificationSummary),
  nextCursor,
  /** Everything received since has been looked at; absent when that is the time of the last one, or all of it. */
  reachedAt: unixMs.optional(),
  /** Too many words begin like the last one of `q`: only itself was looked for. */
  isTooCommon: z.literal(true).optional(),
});
export type NotificationList = z.infer<typeof notificationList>;

/** `recorded`: known by name, nothing of it belongs into a thread. `parked`: its Page is not linked here. */
export const eventOutcome = z.enum(["applied", "recorded", "duplicate", "not_recognised", "parked", "failed"]);

export const notificationEvent = z.object({
  id,
  field: z.string(),
  /** What the item says, such as `reaction`: see `EventKind`. */
  kind: z.string(),
  key: z.string(),
  /** The platform's time of the event; null when it has none. */
  timestampAt: unixMs.nullable(),
  outcome: eventOutcome,
  error: z.string().nullable(),
  messageId: id.nullable(),
  conversationId: id.nullable(),
  /** How often it came again. */
  repeats: z.int(),
  /** On a repetition: the notification that brought it first. */
  firstNotificationId: id.nullable(),
});
export type NotificationEvent = z.infer<typeof notificationEvent>;

/** How the signature was checked. Never a secret, never the expected value. */
export const signatureCheck = z.object({
  hash: z.enum(["sha256", "sha1"]).nullable(),
  /** Which of the app secrets made it, from 1; null when none did. */
  secretNumber: z.int().nullable(),
  /** How many app secrets are valid at the moment. */
  secretCount: z.int(),
  /** The likely reason when it is not valid. */
  cause: z.enum(["missing", "sha1_only", "malformed", "re_encoded", "wrong_secret"]).nullable(),
});

export const notificationDetail = notificationSummary.extend({
  /** Exactly as received, read as UTF-8. The bytes themselves: `/api/notifications/{id}/raw`. */
  rawBody: z.string(),
  /** Phone numbers, email addresses and postal addresses are hidden in `rawBody`: the role of who asks needs none of them. */
  isMasked: z.boolean(),
  /** Of a rejected notification only the beginning is kept. */
  isCut: z.boolean(),
  headers: z.record(z.string(), z.string()),
  error: z.string().nullable(),
  signatureCheck,
  /** When text was taken out of it because its sender unsent the message; null: as received. */
  redactedAt: unixMs.nullable(),
  /** Tries to apply it so far, and when the next one is due (null: none by itself). */
  attempts: z.int(),
  nextAttemptAt: unixMs.nullable(),
  events: z.array(notificationEvent),
});
export type NotificationDetail = z.infer<typeof notificationDetail>;

export const replayInput = z.object({ dryRun: z.boolean().default(false) });
export const replayResult = z.object({ outcome: notificationOutcome, events: z.array(notificationEvent) });
export type ReplayResult = z.infer<typeof replayResult>;

/** Sends a stored notification to another address, signed anew, as Meta would. */
export const relayInput = z.object({ url: z.url({ protocol: /^https?$/ }).max(2000) });
export const relayResult = z.object({
  /** HTTP status of the answer. */
  status: z.int(),
  durationMs: z.int(),
  /** Beginning of the answer's body. */
  answer: z.string(),
});
export type RelayResult = z.infer<typeof relayResult>;
