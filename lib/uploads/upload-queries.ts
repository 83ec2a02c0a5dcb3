import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { uploads } from "@/drizzle/schema/outbox";
import { type Db, prepared } from "@/lib/db/db";

export type UploadRow = typeof uploads.$inferSelect;

/** A file Meta still keeps for the Page. Its id is of one channel: Meta knows it nowhere else. */
export function findUpload(
  db: Db,
  { pageId, channel, attachmentId }: Pick<UploadRow, "pageId" | "channel" | "attachmentId">,
  nowMs: number,
): UploadRow | undefined {
  const isIt = and(
    eq(uploads.pageId, pageId),
    eq(uploads.attachmentId, attachmentId),
    eq(uploads.channel, channel),
    gt(uploads.expiresMs, nowMs),
  );
  return db.select().from(uploads).where(isIt).get();
}

/** Files of the Page with these bytes that Meta keeps for longer than until `untilMs`. */
export function listSameUploads(
  db: Db,
  { pageId, sha256, untilMs }: { pageId: string; sha256: string; untilMs: number },
): UploadRow[] {
  return db
    .select()
    .from(uploads)
    .where(and(eq(uploads.pageId, pageId), eq(uploads.sha256, sha256), gt(uploads.expiresMs, untilMs)))
    .all();
}

/** Keeps what Meta answered; the same id again is the same file. */
export function recordUpload(db: Db, upload: Omit<UploadRow, "id">): UploadRow {
  const { pageId: _, attachmentId: __, ...rest } = upload;
  return db
    .insert(uploads)
    .values(upload)
    .onConflictDoUpdate({ target: [uploads.pageId, uploads.attachmentId], set: rest })
    .returning()
    .get();
}

/** Meta no longer knows the id (100/2018074): the same file is to be uploaded again, not found here. */
export function forgetUpload(db: Db, pageId: string, attachmentId: string): void {
  prepared(db, "DELETE FROM uploads WHERE page_id = ? AND attachment_id = ?").run(pageId, attachmentId);
}

/** Forgets files of a Page by the name they were sent under. */
export function forgetUploadsNamed(db: Db, pageId: string, filename: string): void {
  prepared(db, "DELETE FROM uploads WHERE page_id = ? AND filename = ?").run(pageId, filename);
}

/** Deletes what Meta no longer keeps, at most `limit` at once. @returns how many */
export function dropExpiredUploads(db: Db, { nowMs, limit }: { nowMs: number; limit: number }): number {
  return prepared(
    db,
    "DELETE FROM uploads WHERE id IN (SELECT id FROM uploads WHERE expires_ms <= ? ORDER BY expires_ms LIMIT ?)",
  ).run(nowMs, limit).changes;
}
