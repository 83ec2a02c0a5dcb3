/** `rejected` alone is unproven: anyone can send calls that are not signed by Meta. */
export type WebhookClockCause = "not_stored" | "slow" | "re_encoded" | "rejected" | "gap";

/** Notifications of a Page that we refused, or took too late: Meta repeats them, and loses patience. */
export type Refusal = {
  cause: WebhookClockCause;
  /** When the first and the last one happened. */
  sinceMs: number;
  lastMs: number;
  count: number;
};

/** After a first failure Meta alerts the developers of the app, then unsubscribes the Page (Meta docs: webhooks). */
export const ALERT_AFTER_MS = 15 * 60_000;
export const UNSUBSCRIBE_AFTER_MS = 60 * 60_000;

/** Anyone can send calls that are not signed by Meta: fewer than these, close to one another, start no clock. */
export const REJECTED_CALLS_THAT_COUNT = 3;
const REJECTED_APART_MS = 15 * 60_000;

/** True when the clock is to be shown. */
export function isRunning({ cause, count }: Pick<Refusal, "cause" | "count">): boolean {
  return cause !== "rejected" || count >= REJECTED_CALLS_THAT_COUNT;
}

/**
 * The clock of a Page after one more refusal. It keeps the beginning of the first one; but what anyone can feign neither
 * begins nor prolongs a clock that is proven.
 */
export function extendClock(clock: Refusal | null, refusal: Refusal): Refusal {
  if (clock === null) return refusal;
  if (clock.cause === "rejected") {
    const isOver = !isRunning(clock) && refusal.sinceMs > clock.lastMs + REJECTED_APART_MS;
    if (refusal.cause !== "rejected" || isOver) return refusal;
  } else if (refusal.cause === "rejected") {
    return clock;
  }
  return {
    cause: clock.cause,
    sinceMs: Math.min(clock.sinceMs, refusal.sinceMs),
    lastMs: Math.max(clock.lastMs, refusal.lastMs),
    count: clock.count + refusal.count,
  };
}
