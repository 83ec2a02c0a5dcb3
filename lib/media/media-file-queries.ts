import "server-only";
import { type Db, prepared } from "@/lib/db/db";

export type MediaFile = { contentType: string; body: Buffer };
type NewMediaFile = MediaFile & { urlHash: string; conversationId: number | null; fetchedMs: number };

export function findMediaFile(db: Db, urlHash: string): MediaFile | null {
  return (
    prepared<MediaFile>(db, "SELECT content_type AS contentType, body FROM media_files WHERE url_hash = ?").get(
      urlHash,
    ) ?? null
  );
}

/** Two may have asked for the same file at the same time: the first copy stays. */
export function insertMediaFile(db: Db, file: NewMediaFile): void {
  prepared(
    db,
    `INSERT INTO media_files (url_hash, conversation_id, content_type, body, size_bytes, fetched_ms)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (url_hash) DO NOTHING`,
  ).run(file.urlHash, file.conversationId, file.contentType, file.body, file.body.length, file.fetchedMs);
}

/** Added up from the index: no body is read. */
export function sumMediaBytes(db: Db): number {
  return prepared<{ bytes: number | null }>(db, "SELECT sum(size_bytes) AS bytes FROM media_files").get()?.bytes ?? 0;
}

/** Deletes the oldest copy, if it is from before a time. @returns its size; 0 when there is none */
export function dropOldestMedia(db: Db, beforeMs: number): number {
  return (
    prepared<{ bytes: number }>(
      db,
      `DELETE FROM media_files WHERE id =
         (SELECT id FROM media_files WHERE fetched_ms < ? ORDER BY fetched_ms LIMIT 1) RETURNING size_bytes AS bytes`,
    ).get(beforeMs)?.bytes ?? 0
  );
}

/** Deletes the copy of what was at an address. */
export function dropMediaFile(db: Db, urlHash: string): void {
  prepared(db, "DELETE FROM media_files WHERE url_hash = ?").run(urlHash);
}

/** Deletes a few copies of what belongs to a conversation. @returns how many */
export function dropMediaOfConversation(db: Db, conversationId: number, limit: number): number {
  return prepared(
    db,
    "DELETE FROM media_files WHERE id IN (SELECT id FROM media_files WHERE conversation_id = ? LIMIT ?)",
  ).run(conversationId, limit).changes;
}
