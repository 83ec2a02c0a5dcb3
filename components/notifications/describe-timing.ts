import type { NotificationEvent } from "@/lib/api/schemas/notifications";

/** Longer than this between an event and its arrival is worth a word: Meta's queue is a matter of seconds. */
const LATE_MS = 60_000;

export type Timing = {
  /** How long after it happened it arrived, ms; null when that was soon enough, or the time is not known. */
  lateMs: number | null;
  /** It happened before the event above it in the same conversation. */
  isOutOfOrder: boolean;
};

type Timed = Pick<NotificationEvent, "id" | "timestampAt" | "conversationId">;

/** What is odd about the times of a notification's events, by event id. They come as Meta sent them. */
export function describeTiming(events: readonly Timed[], receivedAt: number): Map<string, Timing> {
  const newest = new Map<string | null, number>();
  return new Map(
    events.map(({ id, timestampAt, conversationId }) => {
      if (timestampAt === null) return [id, { lateMs: null, isOutOfOrder: false }];
      const before = newest.get(conversationId) ?? 0;
      newest.set(conversationId, Math.max(before, timestampAt));
      const ageMs = receivedAt - timestampAt;
      return [id, { lateMs: ageMs > LATE_MS ? ageMs : null, isOutOfOrder: timestampAt < before }];
    }),
  );
}
