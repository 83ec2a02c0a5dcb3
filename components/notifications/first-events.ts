import type { NotificationEvent } from "@/lib/api/schemas/notifications";

/** The first `count` events; when that is not all of them, those that failed come first. */
export function firstEvents<Event extends Pick<NotificationEvent, "outcome">>(
  events: readonly Event[],
  count: number,
): readonly Event[] {
  if (events.length <= count) return events;
  const failed = events.filter(({ outcome }) => outcome === "failed");
  const others = events.filter(({ outcome }) => outcome !== "failed");
  return [...failed, ...others].slice(0, count);
}
