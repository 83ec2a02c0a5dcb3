import "server-only";
import { and, asc, eq, isNull, notInArray } from "drizzle-orm";
import { deletionRequests } from "@/drizzle/schema/pages";
import type { Db } from "@/lib/db/db";

/** Whom to forget, and what of them was here when that was asked for. */
export type ErasureSubject = {
  /** PSID, or whatever id Meta named them by. */
  personId: string;
  /** Null: on every Page. */
  pageId: string | null;
  conversationIds: number[];
  /** The newest notification at that time: what came later is not meant. */
  untilId: number;
};

export type DeletionRequest = { code: string; requestedMs: number; subject: ErasureSubject };

/** @param subject null for a request that has been met already */
export function insertDeletionRequest(
  db: Db,
  request: { code: string; requestHash: string; subject: ErasureSubject | null; atMs: number },
): void {
  const { code, requestHash, subject, atMs } = request;
  db.insert(deletionRequests)
    .values({
      code,
      requestHash,
      requestedMs: atMs,
      subjectId: subject && JSON.stringify(subject),
      doneMs: subject === null ? atMs : null,
    })
    .run();
}

/** The code that the same request was answered with before. */
export function findCodeByHash(db: Db, requestHash: string): string | null {
  const found = db
    .select({ code: deletionRequests.code })
    .from(deletionRequests)
    .where(eq(deletionRequests.requestHash, requestHash))
    .get();
  return found?.code ?? null;
}

export function findDeletionRequest(db: Db, code: string): { requestedMs: number; doneMs: number | null } | null {
  const { requestedMs, doneMs } = deletionRequests;
  return db.select({ requestedMs, doneMs }).from(deletionRequests).where(eq(deletionRequests.code, code)).get() ?? null;
}

/** The oldest that is not met yet, but none of these. */
export function findOpenDeletionRequest(db: Db, except: readonly string[] = []): DeletionRequest | null {
  const found = db
    .select()
    .from(deletionRequests)
    .where(and(isNull(deletionRequests.doneMs), notInArray(deletionRequests.code, [...except])))
    .orderBy(asc(deletionRequests.requestedMs))
    .limit(1)
    .get();
  if (!found) return null;
  const subject = JSON.parse(found.subjectId ?? "null") as ErasureSubject;
  return { code: found.code, requestedMs: found.requestedMs, subject };
}

export function updateSubject(db: Db, code: string, subject: ErasureSubject): void {
  db.update(deletionRequests)
    .set({ subjectId: JSON.stringify(subject) })
    .where(eq(deletionRequests.code, code))
    .run();
}

/** It is met: from now on nobody knows here whom it was about. */
export function endDeletionRequest(db: Db, code: string, nowMs: number): void {
  db.update(deletionRequests)
    .set({ subjectId: null, doneMs: nowMs })
    .where(and(eq(deletionRequests.code, code), isNull(deletionRequests.doneMs)))
    .run();
}
