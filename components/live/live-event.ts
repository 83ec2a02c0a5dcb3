import type { StreamEventData, StreamEventName } from "@/lib/api/schemas/stream";

/** One thing `/api/stream` said. */
export type LiveEvent = {
  [Name in StreamEventName]: { name: Name; data: StreamEventData<Name> };
}[StreamEventName];

// The schemas themselves stay on the server (zod is heavy), so the names are listed once more; the type below does
// not compile when one is missing.
const NAMES = {
  "message.created": true,
  "message.updated": true,
  "conversation.updated": true,
  "notification.received": true,
  "page.updated": true,
  "delivery_error.created": true,
  resync: true,
} satisfies Record<StreamEventName, true>;

export const LIVE_EVENT_NAMES = Object.keys(NAMES) as StreamEventName[];

/** Reads one frame of the stream; `null` for what is not the JSON object it should be. */
export function parseLiveEvent(name: StreamEventName, data: string): LiveEvent | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === "object" && value !== null ? ({ name, data: value } as LiveEvent) : null;
  } catch {
    return null;
  }
}
