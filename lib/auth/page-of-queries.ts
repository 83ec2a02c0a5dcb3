import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { listInstagramAccounts } from "@/lib/pages/page-lookup-queries";

// The Pages that a row is about; null when there is no such row. Each is one look by primary key: whoever may not see a
// row is answered by the same path, in the same time, as for one that is not there.

export type PagesOf = readonly string[] | null;

const one = (row: { pageId: string } | undefined): PagesOf => (row ? [row.pageId] : null);

export function pageOfConversation(db: Db, { conversationId }: { conversationId: number }): PagesOf {
  return one(
    prepared<{ pageId: string }>(
      db,
      "SELECT page_id AS pageId FROM conversations WHERE id = ? AND psid NOT GLOB 'erased:*'",
    ).get(conversationId),
  );
}

export function pageOfMessage(db: Db, { messageId }: { messageId: number }): PagesOf {
  return one(prepared<{ pageId: string }>(db, "SELECT page_id AS pageId FROM messages WHERE id = ?").get(messageId));
}

export function pageOfDeliveryError(db: Db, { deliveryErrorId }: { deliveryErrorId: number }): PagesOf {
  const sql = "SELECT page_id AS pageId FROM delivery_errors WHERE id = ?";
  return one(prepared<{ pageId: string }>(db, sql).get(deliveryErrorId));
}

/** A Page is there for everybody until the handler says otherwise: its id is Meta's, and no secret. */
export function pageItself(_: Db, { pageId }: { pageId: string }): PagesOf {
  return [pageId];
}

export function pagesOfFieldJob(db: Db, { fieldJobId }: { fieldJobId: number }): PagesOf {
  const sql = "SELECT page_id AS pageId FROM field_job_pages WHERE job_id = ?";
  const rows = prepared<{ pageId: string }>(db, sql).all(fieldJobId);
  return rows.length === 0 ? null : rows.map(({ pageId }) => pageId);
}

/** Nobody's Page: only who may see all of them may see what is about none, or cannot be said to be about any. */
export const NO_PAGE = [""] as const;

/** What has not been interpreted, was rejected, or could not be read is about no Page that we can vouch for. */
export function pagesOfNotification(db: Db, { notificationId }: { notificationId: number }): PagesOf {
  const row = prepared<{ pageIds: string | null }>(
    db,
    `SELECT i.page_ids AS pageIds FROM notifications n LEFT JOIN interpretations i ON i.notification_id = n.id
       AND n.signature = 'valid' WHERE n.id = ?`,
  ).get(notificationId);
  if (!row) return null;
  const entryIds: string[] = JSON.parse(row.pageIds ?? "[]");
  if (entryIds.length === 0) return NO_PAGE;
  const accounts = new Map(listInstagramAccounts(db).map(({ accountId, pageId }) => [accountId, pageId]));
  return entryIds.map((entryId) => accounts.get(entryId) ?? entryId);
}

/**
 * Of a replay of named notifications, the Pages of all of them; of what has been deleted since, nobody can say whose it
 * was. One of "all that failed since" is about any Page.
 */
export function pagesOfReplay(db: Db, { replayId }: { replayId: number }): PagesOf {
  const row = prepared<{ ids: string | null }>(db, "SELECT notification_ids AS ids FROM replays WHERE id = ?").get(
    replayId,
  );
  if (!row) return null;
  if (row.ids === null) return NO_PAGE;
  const ids: number[] = JSON.parse(row.ids);
  return [...new Set(ids.flatMap((notificationId) => pagesOfNotification(db, { notificationId }) ?? NO_PAGE))];
}
