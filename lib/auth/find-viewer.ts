import "server-only";
import type { Db } from "@/lib/db/db";
import { findApiKey } from "./api-key-queries";
import { toKeyViewer } from "./find-key-viewer";
import { findSession, recordSeen } from "./session-queries";
import { listUserPages } from "./user-queries";
import type { Viewer } from "./viewer";

/** A session is not written to more often than this. */
const SEEN_MS = 60_000;

/** Whose session it is, as they are now: a changed role or an ended session counts from the next request on. */
export async function findViewer(db: Db, sessionId: string, nowMs: number): Promise<Viewer | null> {
  const found = findSession(db, sessionId, nowMs);
  if (!found) return null;
  const { seenMs, hasAllPages, ...person } = found;
  if ((seenMs ?? 0) < nowMs - SEEN_MS) recordSeen(db, sessionId, nowMs);
  const pages = hasAllPages ? ("all" as const) : listUserPages(db, person.id);
  return { ...person, hasAllPages, pages, sessionId, apiKeyId: null };
}

/** Somebody who was let in before, as they are now; null when they may not be here any more. */
export async function findAgain(db: Db, { sessionId, apiKeyId }: Viewer, nowMs: number): Promise<Viewer | null> {
  if (apiKeyId === null) return findViewer(db, sessionId, nowMs);
  const key = findApiKey(db, apiKeyId);
  return key && toKeyViewer(db, key);
}
