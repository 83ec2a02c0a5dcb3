import { z } from "zod";
import { id, listQuery, nextCursor, unixMs } from "./common";

export const webhookFailureKind = z.enum([
  "rejected",
  "not_stored",
  "too_large",
  "foreign_object",
  "slow",
  "unreadable",
  "not_applied",
  "handshake",
  "gap",
]);
export type WebhookFailureKind = z.infer<typeof webhookFailureKind>;

/** A run of the same failure: what it is, in words, and how often it happened. */
export const webhookFailure = z.object({
  id,
  kind: webhookFailureKind,
  cause: z.string(),
  title: z.string(),
  advice: z.string(),
  firstAt: unixMs,
  lastAt: unixMs,
  count: z.int(),
  /** The slowest answer, or the length of a gap. */
  durationMs: z.int().nullable(),
  /** One of them, to look at. */
  notificationId: id.nullable(),
});
export type WebhookFailure = z.infer<typeof webhookFailure>;
export const webhookFailureQuery = listQuery.extend({ kind: webhookFailureKind.optional() });
export const webhookFailureList = z.object({ failures: z.array(webhookFailure), nextCursor });
export type WebhookFailureList = z.infer<typeof webhookFailureList>;

/** A Page whose notifications are being refused or lost at the moment, and what Meta does about it when. */
export const webhookClock = z.object({
  pageId: id,
  pageName: z.string(),
  sinceAt: unixMs,
  /** Meta alerts the developers of the app. */
  alertAt: unixMs,
  /** Meta unsubscribes the Page. */
  unsubscribeAt: unixMs,
  count: z.int(),
  cause: z.enum(["not_stored", "slow", "re_encoded", "rejected", "gap"]),
  title: z.string(),
  advice: z.string(),
});
export type WebhookClock = z.infer<typeof webhookClock>;
/** The one that runs longest first. */
export const webhookHealth = z.object({ clocks: z.array(webhookClock) });
export type WebhookHealth = z.infer<typeof webhookHealth>;
