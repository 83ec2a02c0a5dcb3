import { z } from "zod";
import { id } from "./common";
import { conversation, message } from "./inbox";

/** `after`: an `id` of an earlier event; the stream begins with what happened since. */
export const streamQuery = z.object({ after: z.coerce.number().int().optional() });

/** What `/api/stream` says, by SSE event name. `data` of each is the object named here, as JSON. */
export const streamEvents = {
  "message.created": z.object({ pageId: id, conversationId: id, messageId: id, message }),
  "message.updated": z.object({ pageId: id, conversationId: id, messageId: id, message }),
  "conversation.updated": z.object({ pageId: id, conversationId: id, conversation }),
  "notification.received": z.object({ notificationId: id }),
  "page.updated": z.object({ pageId: id }),
  "delivery_error.created": z.object({ deliveryErrorId: id, pageId: id }),
  /** There is a gap that cannot be filled: fetch again whatever is on screen. */
  resync: z.object({}),
} as const;

export type StreamEventName = keyof typeof streamEvents;
export type StreamEventData<Name extends StreamEventName> = z.infer<(typeof streamEvents)[Name]>;
