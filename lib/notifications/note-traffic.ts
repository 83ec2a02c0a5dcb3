import type { EventKind, ReceivedEvent } from "@/lib/messenger/messaging-event";
import { HOUR_MS, type PageHour } from "@/lib/pages/page-hours-queries";

/** What people do of themselves. Receipts follow what we did, and tell nothing of a Page's habit. */
const OF_PEOPLE: ReadonlySet<EventKind> = new Set<EventKind>([
  "message",
  "postback",
  "reaction",
  "edit",
  "optin",
  "referral",
]);

/** How much came for each Page in each hour, until it is written down. By Page and hour. */
export type HourCounts = Map<string, PageHour & { pageId: string }>;

/** Counts what people did, each event once: call it for those that were applied for the first time. */
export function noteTraffic(
  hours: HourCounts,
  { pageId, received, receivedMs }: { pageId: string; received: ReceivedEvent; receivedMs: number },
): void {
  if (!OF_PEOPLE.has(received.event.kind)) return;
  const hour = Math.floor(receivedMs / HOUR_MS);
  const key = `${pageId} ${hour}`;
  const counted = hours.get(key) ?? { pageId, hour, events: 0, standby: 0 };
  counted.events += 1;
  if (received.channel === "standby") counted.standby += 1;
  hours.set(key, counted);
}
