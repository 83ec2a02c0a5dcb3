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
