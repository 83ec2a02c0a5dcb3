import "server-only";
import type { WebhookFailure, WebhookFailureKind } from "@/lib/api/schemas/webhook-failures";
import type { Db } from "@/lib/db/db";
import { parseCursor, toPage } from "@/lib/db/paging";
import { explainWebhookFailure } from "./explain-webhook-failure";
import { listWebhookFailures, type WebhookFailureRow } from "./webhook-failure-queries";

type Filter = { kind?: WebhookFailureKind | undefined; cursor?: string | undefined; limit: number };

/** What the webhook could not take, or took badly: runs of the same cause, the one that happened last first. */
export async function getWebhookFailures(db: Db, { kind, cursor, limit }: Filter) {
  const key = parseCursor(cursor, 2);
  const before = key === null ? null : { lastMs: key[0] as number, id: key[1] as number };
  const rows = await listWebhookFailures(db, { kind, before, limit });
  const { items, nextCursor } = toPage(rows, limit, (last) => [last.lastMs, last.id]);
  return { failures: items.map(toFailure), nextCursor };
}

function toFailure({ id, firstMs, lastMs, notificationId, ...rest }: WebhookFailureRow): WebhookFailure {
  return {
    ...rest,
    ...explainWebhookFailure(rest.kind, rest.cause),
    id: String(id),
    firstAt: firstMs,
    lastAt: lastMs,
    notificationId: notificationId === null ? null : String(notificationId),
  };
}
