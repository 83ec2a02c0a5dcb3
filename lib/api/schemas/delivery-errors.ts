import { z } from "zod";
import { id, listQuery, nextCursor, unixMs } from "./common";

export const deliveryErrorStatus = z.enum(["open", "retried", "resolved"]);

export const deliveryError = z.object({
  id,
  at: unixMs,
  pageId: id,
  conversationId: id.nullable(),
  messageId: id.nullable(),
  operation: z.string(),
  code: z.int().nullable(),
  subcode: z.int().nullable(),
  message: z.string(),
  fbtraceId: z.string().nullable(),
  title: z.string(),
  advice: z.string(),
  retryable: z.boolean(),
  status: deliveryErrorStatus,
});
export type DeliveryError = z.infer<typeof deliveryError>;

export const deliveryErrorQuery = listQuery.extend({
  pageId: id.optional(),
  status: deliveryErrorStatus.optional(),
});
export const deliveryErrorList = z.object({ errors: z.array(deliveryError), nextCursor });
export type DeliveryErrorList = z.infer<typeof deliveryErrorList>;
