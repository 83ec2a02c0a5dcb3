import { z } from "zod";

/** Ids of rows of ours, as they stand in addresses. */
const rowId = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
/** Ids of Meta's. */
const metaId = z.string().regex(/^\d{1,30}$/);

export const pageParams = z.object({ pageId: metaId });
export const conversationParams = z.object({ conversationId: rowId });
export const notificationParams = z.object({ notificationId: rowId });
export const replayParams = z.object({ replayId: rowId });
export const fieldJobParams = z.object({ fieldJobId: rowId });
export const deliveryErrorParams = z.object({ deliveryErrorId: rowId });
export const mediaParams = z.object({ messageId: rowId, index: rowId });
export const messageParams = z.object({ messageId: rowId });
export const oneTimeParams = z.object({ oneTimeId: rowId });

/** Ids we made of random bits. */
const uuid = z.uuid();
export const userParams = z.object({ userId: uuid });
export const invitationParams = z.object({ invitationId: uuid });
export const sessionParams = z.object({ sessionId: uuid });
export const apiKeyParams = z.object({ apiKeyId: uuid });
