import "server-only";
import type { DeliveryError, DeliveryErrorList } from "@/lib/api/schemas/delivery-errors";
import type { Db } from "@/lib/db/db";
import { parseCursor, toPage } from "@/lib/db/paging";
import { explainError } from "@/lib/messenger/error-catalogue";
import { type DeliveryErrorRow, listDeliveryErrors } from "./delivery-error-queries";

type Filter = {
  pageId?: string | undefined;
  status?: DeliveryErrorRow["status"] | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** Messages that did not go out, newest first, each with what it means and what to do. */
export async function getDeliveryErrors(db: Db, { cursor, ...filter }: Filter): Promise<DeliveryErrorList> {
  const beforeId = parseCursor(cursor, 1)?.[0];
  const rows = listDeliveryErrors(db, { ...filter, beforeId });
  const { items, nextCursor } = toPage(rows, filter.limit, (last) => [last.id]);
  return { errors: items.map(toDeliveryError), nextCursor };
}

function toDeliveryError(row: DeliveryErrorRow): DeliveryError {
  const { title, advice, isRetryable, errorClass } = explainError(row);
  return {
    id: String(row.id),
    at: row.atMs,
    pageId: row.pageId,
    conversationId: row.conversationId === null ? null : String(row.conversationId),
    messageId: row.messageId === null ? null : String(row.messageId),
    operation: row.operation,
    code: row.code,
    subcode: row.subcode,
    message: row.message,
    fbtraceId: row.fbtraceId,
    title,
    advice,
    retryable: isRetryable && row.status === "open",
    status: row.status,
    cause: row.cause,
    errorClass,
    obstacle: isRetryable ? null : advice,
  };
}
