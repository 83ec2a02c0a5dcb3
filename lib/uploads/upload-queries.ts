import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { uploads } from "@/drizzle/schema/outbox";
import type { Db } from "@/lib/db/db";

export type UploadRow = typeof uploads.$inferSelect;

/** A file Meta still keeps for the Page. */
export function findUpload(db: Db, pageId: string, attachmentId: string, nowMs: number): UploadRow | undefined {
  return db
    .select()
    .from(uploads)
    .where(and(eq(uploads.pageId, pageId), eq(uploads.attachmentId, attachmentId), gt(uploads.expiresMs, nowMs)))
    .get();
}
