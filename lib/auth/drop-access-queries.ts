import "server-only";
import { type Db, prepared } from "@/lib/db/db";

type Old = { beforeMs: number; limit: number };

/** Deletes the oldest lines of the audit log. @returns how many */
export function dropAudit(db: Db, { beforeMs, limit }: Old): number {
  return prepared(
    db,
    "DELETE FROM audit_log WHERE id IN (SELECT id FROM audit_log WHERE at_ms < ? ORDER BY at_ms LIMIT ?)",
  ).run(beforeMs, limit).changes;
}

/** Deletes sessions that were over, or ended by somebody, before a time. @returns how many */
export function dropSessions(db: Db, { beforeMs, limit }: Old): number {
  const expired = prepared(
    db,
    "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_ms < ? ORDER BY expires_ms LIMIT ?)",
  ).run(beforeMs, limit);
  const revoked = prepared(
    db,
    `DELETE FROM sessions WHERE id IN
       (SELECT id FROM sessions WHERE revoked_ms IS NOT NULL AND revoked_ms < ? ORDER BY revoked_ms LIMIT ?)`,
  ).run(beforeMs, limit);
  return expired.changes + revoked.changes;
}

/** Deletes invitations, taken or not, that were over before a time. @returns how many */
export function dropInvitations(db: Db, { beforeMs, limit }: Old): number {
  return prepared(
    db,
    "DELETE FROM invitations WHERE id IN (SELECT id FROM invitations WHERE expires_ms < ? ORDER BY expires_ms LIMIT ?)",
  ).run(beforeMs, limit).changes;
}
