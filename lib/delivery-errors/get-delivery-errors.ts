import "server-only";
import type { DeliveryError, DeliveryErrorList } from "@/lib/api/schemas/delivery-errors";
import type { Db } from "@/lib/db/db";
import { parseCursor, toPage } from "@/lib/db/paging";
import { AppError } from "@/lib/errors";
import { maskText } from "@/lib/messenger/mask-text";
import { type DeliveryErrorRow, findDeliveryError } from "./delivery-error-queries";
import { explainCall } from "./explain-call";
import { findFailedAbout } from "./failed-about-queries";
import { findObstacle } from "./find-obstacle";
import { type DeliveryErrorFilter, listFiltered } from "./list-filtered";

/** As shown to who may not see personal data: Meta's words and ours may hold some. */
export function toMaskedError(error: DeliveryError): DeliveryError {
  return { ...error, message: maskText(error.message), preview: maskText(error.preview) };
}

/** Graph calls that failed, newest first, each with what it means, what to do, and whether trying again can work now. */
export async function getDeliveryErrors(
  db: Db,
  { cursor, limit, ...filter }: DeliveryErrorFilter & { cursor?: string | undefined; limit: number },
  nowMs: number,
): Promise<DeliveryErrorList> {
  const beforeId = parseCursor(cursor, 1)?.[0];
  const rows = listFiltered(db, filter, { beforeId, limit: limit + 1 });
  const { items, nextCursor } = toPage(rows, limit, (last) => [last.id]);
  return { errors: items.map((row) => toDeliveryError(db, row, nowMs)), nextCursor };
}

/** @throws {AppError} `not_found` */
export async function getDeliveryError(db: Db, id: number, nowMs: number): Promise<DeliveryError> {
  const row = findDeliveryError(db, id);
  if (!row) throw new AppError("not_found", "There is no such delivery error.");
  return toDeliveryError(db, row, nowMs);
}

function toDeliveryError(db: Db, row: DeliveryErrorRow, nowMs: number): DeliveryError {
  const { title, advice, errorClass } = explainCall(row);
  const obstacle = findObstacle(db, row, nowMs);
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
    retryable: obstacle === null,
    status: row.status,
    cause: row.cause,
    errorClass,
    obstacle,
    ...findFailedAbout(db, row.id),
  };
}
