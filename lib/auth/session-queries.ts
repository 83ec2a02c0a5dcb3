import "server-only";
import { sessions } from "@/drizzle/schema/people";
import type { Role } from "@/lib/api/schemas/people";
import { type Db, prepared } from "@/lib/db/db";

type FoundSession = {
  id: string;
  name: string;
  role: Role;
  pictureUrl: string | null;
  hasAllPages: boolean;
  seenMs: number | null;
};

export function createSession(db: Db, session: Omit<typeof sessions.$inferInsert, "revokedMs" | "seenMs">): void {
  db.insert(sessions)
    .values({ ...session, seenMs: session.createdMs })
    .run();
}

const ALIVE = "revoked_ms IS NULL AND expires_ms > ?";

/** Whose session it is; null when it has ended, or they may not come in any more. `id` is the person's. */
export function findSession(db: Db, sessionId: string, nowMs: number): FoundSession | null {
  const row = prepared<Omit<FoundSession, "hasAllPages"> & { hasAllPages: number }>(
    db,
    `SELECT u.id, u.name, u.role, u.picture_url AS pictureUrl, u.has_all_pages AS hasAllPages, s.seen_ms AS seenMs
     FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE s.id = ? AND s.revoked_ms IS NULL AND s.expires_ms > ? AND u.deactivated_ms IS NULL`,
  ).get(sessionId, nowMs);
  return row ? { ...row, hasAllPages: row.hasAllPages === 1 } : null;
}

export function recordSeen(db: Db, sessionId: string, nowMs: number): void {
  prepared(db, "UPDATE sessions SET seen_ms = ? WHERE id = ?").run(nowMs, sessionId);
}

export function revokeSession(db: Db, sessionId: string, nowMs: number): void {
  prepared(db, "UPDATE sessions SET revoked_ms = ? WHERE id = ? AND revoked_ms IS NULL").run(nowMs, sessionId);
}

/** Ends somebody's sessions, all but the one in hand. @returns how many there were */
export function revokeSessionsOf(db: Db, userId: string, nowMs: number, butSessionId = ""): number {
  return prepared(db, `UPDATE sessions SET revoked_ms = ? WHERE user_id = ? AND id <> ? AND ${ALIVE}`).run(
    nowMs,
    userId,
    butSessionId,
    nowMs,
  ).changes;
}

export type SessionRow = {
  id: string;
  createdMs: number;
  seenMs: number | null;
  userAgent: string | null;
  ip: string | null;
};

/** Somebody's sessions that are alive, the last seen first. */
export function listSessions(db: Db, userId: string, nowMs: number): SessionRow[] {
  return prepared<SessionRow>(
    db,
    `SELECT id, created_ms AS createdMs, seen_ms AS seenMs, user_agent AS userAgent, ip FROM sessions
     WHERE user_id = ? AND ${ALIVE} ORDER BY seen_ms DESC, created_ms DESC, id LIMIT 200`,
  ).all(userId, nowMs);
}

/** Whether it is somebody's and alive. */
export function isSessionOf(db: Db, sessionId: string, userId: string, nowMs: number): boolean {
  const sql = `SELECT 1 AS found FROM sessions WHERE id = ? AND user_id = ? AND ${ALIVE}`;
  return prepared(db, sql).get(sessionId, userId, nowMs) !== undefined;
}
