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

export type FoundProfile = { displayName: string | null; pictureUrl: string | null };

export function recordProfile(db: Db, conversationId: number, profile: FoundProfile, nowMs: number): void {
  inTransaction(db, () => {
    prepared(db, "UPDATE conversations SET display_name = ?, picture_url = ?, profile_checked_ms = ? WHERE id = ?").run(
      profile.displayName,
      profile.pictureUrl,
      nowMs,
      conversationId,
    );
    if (profile.displayName === null) return;
    prepared(db, "INSERT OR REPLACE INTO conversations_fts (rowid, display_name) VALUES (?, ?)").run(
      conversationId,
      profile.displayName,
    );
  });
}
