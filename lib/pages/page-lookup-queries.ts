import "server-only";
import { type Db, prepared } from "@/lib/db/db";

/** The linked Page behind `entry[].id`: of object `instagram` that is the account, not the Page (Meta docs: Instagram webhooks). */
export function findLinkedPageId(db: Db, object: "page" | "instagram", entryId: string): string | null {
  const row =
    object === "page"
      ? prepared<{ id: string }>(db, "SELECT id FROM pages WHERE id = ? AND linked_ms IS NOT NULL").get(entryId)
      : prepared<{ id: string }>(
          db,
          "SELECT id FROM pages WHERE instagram_account_id = ? AND linked_ms IS NOT NULL",
        ).get(entryId);
  return row?.id ?? null;
}

/** Notes when a Page was last heard of. */
export function recordLastNotification(db: Db, pageId: string, receivedMs: number): void {
  prepared(db, "UPDATE pages SET last_notification_ms = max(ifnull(last_notification_ms, 0), ?) WHERE id = ?").run(
    receivedMs,
    pageId,
  );
}

/** Notes when Meta last took something that was sent for a Page. */
export function recordLastSent(db: Db, pageId: string, sentMs: number): void {
  prepared(db, "UPDATE pages SET last_sent_ms = max(ifnull(last_sent_ms, 0), ?) WHERE id = ?").run(sentMs, pageId);
}

/** Notes what Meta's policy team did to a Page; the newest by platform time counts, whatever order it comes in. */
export function recordPolicy(
  db: Db,
  pageId: string,
  { action, reason, atMs }: { action: string; reason: string | null; atMs: number },
): void {
  prepared(
    db,
    `UPDATE pages SET policy_action = ?, policy_reason = ?, policy_ms = ?
     WHERE id = ? AND (policy_ms IS NULL OR (policy_ms, policy_action) < (?, ?))`,
  ).run(action, reason, atMs, pageId, atMs, action);
}

/** Instagram accounts of the Pages here. */
export function listInstagramAccounts(db: Db): { accountId: string; pageId: string }[] {
  return prepared<{ accountId: string; pageId: string }>(
    db,
    "SELECT instagram_account_id AS accountId, id AS pageId FROM pages WHERE instagram_account_id IS NOT NULL",
  ).all();
}

/** The encrypted token of a linked Page; null when it is not linked. Asked for with every send. */
export function findEncryptedToken(db: Db, pageId: string): string | null {
  const sql = "SELECT token_encrypted AS token FROM pages WHERE id = ? AND linked_ms IS NOT NULL";
  return prepared<{ token: string | null }>(db, sql).get(pageId)?.token ?? null;
}

/** Every Page there is here, linked or not. */
export function listPageNames(db: Db): { id: string; name: string }[] {
  return prepared<{ id: string; name: string }>(db, "SELECT id, name FROM pages").all();
}
