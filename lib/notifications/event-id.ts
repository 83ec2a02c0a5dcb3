import "server-only";
import { hash53 } from "@/lib/db/hash53";

/** More than fit into a notification of the greatest size that is accepted. */
export const EVENTS_PER_NOTIFICATION = 2 ** 22;

/** Id of the event at a place of a notification: in order of arrival, and found without an index of its own. */
export function toEventId(notificationId: number, position: number): number {
  return notificationId * EVENTS_PER_NOTIFICATION + position;
}

export function toNotificationId(eventId: number): number {
  return Math.floor(eventId / EVENTS_PER_NOTIFICATION);
}

const HASH_VALUES = 2 ** 27;
const BUCKET_MS = 2 ** 16;

/**
 * What is indexed of an event's key. The platform's time goes first, by the minute: events of one time come together,
 * so an insert nearly always meets a page of the index that is in use. The same event has the same time again.
 */
export function toKeyHash(key: string, timestampMs: number | null): number {
  return (
    (Math.floor((timestampMs ?? 0) / BUCKET_MS) % HASH_VALUES) * (HASH_VALUES / 2) + (hash53(key) % (HASH_VALUES / 2))
  );
}
