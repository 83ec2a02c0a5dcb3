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
  signature: signatureVerdict,
});
export type NotificationSummary = z.infer<typeof notificationSummary>;

export const notificationQuery = listQuery.extend({
  pageId: id.optional(),
  field: z.string().max(100).optional(),
  outcome: notificationOutcome.optional(),
  q: z.string().max(200).optional(),
});
export const notificationList = z.object({ notifications: z.array(notificationSummary), nextCursor });
export type NotificationList = z.infer<typeof notificationList>;

export const eventOutcome = z.enum(["applied", "duplicate", "not_interpreted", "parked", "failed"]);

export const notificationEvent = z.object({
  id,
  field: z.string(),
  key: z.string(),
  outcome: eventOutcome,
  error: z.string().nullable(),
  messageId: id.nullable(),
  conversationId: id.nullable(),
});
export type NotificationEvent = z.infer<typeof notificationEvent>;

export const notificationDetail = notificationSummary.extend({
  /** Exactly as received, read as UTF-8. */
  rawBody: z.string(),
  headers: z.record(z.string(), z.string()),
  error: z.string().nullable(),
  events: z.array(notificationEvent),
});
export type NotificationDetail = z.infer<typeof notificationDetail>;

export const replayInput = z.object({ dryRun: z.boolean().default(false) });
export const replayResult = z.object({ outcome: notificationOutcome, events: z.array(notificationEvent) });
export type ReplayResult = z.infer<typeof replayResult>;
