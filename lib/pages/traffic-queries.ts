import "server-only";
import { type Db, prepared } from "@/lib/db/db";

/** Newest conversations, and newest delivery errors, that are looked through. */
const LOOKED_THROUGH = 50;

/** The app other than this one that holds most of the newest conversations of a Page; null when none is known. */
export function findOtherOwner(db: Db, pageId: string): string | null {
  const row = prepared<{ appId: string }>(
    db,
    `SELECT owner_app_id AS appId, count(*) AS held FROM
       (SELECT owner_app_id, owner_kind FROM conversations WHERE page_id = ? ORDER BY last_activity_ms DESC LIMIT ?)
     WHERE owner_app_id IS NOT NULL AND owner_kind <> 'desk' GROUP BY owner_app_id ORDER BY held DESC LIMIT 1`,
  ).get(pageId, LOOKED_THROUGH);
  return row?.appId ?? null;
}

/** Whether one of the newest conversations of a Page came by its Instagram account. */
export function hasInstagramConversations(db: Db, pageId: string): boolean {
  const found = prepared(
    db,
    `SELECT 1 FROM (SELECT channel FROM conversations WHERE page_id = ? ORDER BY last_activity_ms DESC LIMIT ?)
     WHERE channel = 'instagram' LIMIT 1`,
  ).get(pageId, LOOKED_THROUGH);
  return found !== undefined;
}

export type RefusalRow = { atMs: number; code: number; subcode: number | null };

/** What Meta lately refused to send for a Page, newest first: never more than the newest 50 failures. */
export function listRefusals(db: Db, pageId: string): RefusalRow[] {
  return prepared<RefusalRow>(
    db,
    `SELECT at_ms AS atMs, code, subcode FROM
       (SELECT id, at_ms, code, subcode FROM delivery_errors WHERE page_id = ? ORDER BY id DESC LIMIT ?)
     WHERE code IS NOT NULL ORDER BY id DESC`,
  ).all(pageId, LOOKED_THROUGH);
}
