import "server-only";
import { type Db, prepared } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";

export type WithoutProfile = { id: number; pageId: string; psid: string; channel: "messenger" | "instagram" };

/** People of linked Pages whose profile was never asked for, newest first: they are the ones on screen. */
export function listWithoutProfile(db: Db, limit: number): WithoutProfile[] {
  return prepared<WithoutProfile>(
    db,
    `SELECT c.id, c.page_id AS pageId, c.psid, c.channel FROM conversations c
     WHERE c.profile_checked_ms IS NULL ORDER BY c.id DESC LIMIT ?`,
  ).all(limit);
}

/** Lets people be asked for again who wrote while nobody could be asked: their Page's token was dead since then. */
export function forgetMissingProfiles(db: Db, { pageId, sinceMs }: { pageId: string; sinceMs: number }): void {
  prepared(
    db,
    `UPDATE conversations SET profile_checked_ms = NULL
     WHERE page_id = ? AND last_activity_ms >= ? AND display_name IS NULL AND profile_checked_ms >= ?`,
  ).run(pageId, sinceMs, sinceMs);
}

export type FoundProfile = { conversationId: number; displayName: string | null; pictureUrl: string | null };

/** Writes down what Meta told of these people, in one transaction. */
export function recordProfiles(db: Db, profiles: readonly FoundProfile[], nowMs: number): void {
  const update = prepared(
    db,
    // Who was erased meanwhile gets no name again.
    `UPDATE conversations SET display_name = ?, picture_url = ?, profile_checked_ms = ?
     WHERE id = ? AND psid NOT GLOB 'erased:*'`,
  );
  const index = prepared(db, "INSERT OR REPLACE INTO conversations_fts (rowid, display_name) VALUES (?, ?)");
  inTransaction(db, () => {
    for (const { conversationId, displayName, pictureUrl } of profiles) {
      const { changes } = update.run(displayName, pictureUrl, nowMs, conversationId);
      if (changes > 0 && displayName !== null) index.run(conversationId, displayName);
    }
  });
}
