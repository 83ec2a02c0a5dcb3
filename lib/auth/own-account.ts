import "server-only";
import { consumeOwnPassword, forgetOwnPassword } from "@/lib/abuse/sign-in-attempts";
import type { Session } from "@/lib/api/schemas/people";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { recordAudit } from "./audit-queries";
import { assertNotGuessed, hashPassword, isPassword } from "./password";
import { isSessionOf, listSessions, revokeSession, revokeSessionsOf } from "./session-queries";
import { findUser, updateUser } from "./user-queries";
import type { Viewer } from "./viewer";

/** Where who asks is signed in, the last seen first. */
export async function getSessions(db: Db, viewer: Viewer, nowMs: number): Promise<Session[]> {
  return listSessions(db, viewer.id, nowMs).map(({ createdMs, seenMs, ...rest }) => ({
    ...rest,
    createdAt: createdMs,
    lastSeenAt: seenMs ?? createdMs,
    isCurrent: rest.id === viewer.sessionId,
  }));
}

/** With which address somebody signs in; null for whoever does it with Facebook. */
export function findSignInEmail(db: Db, userId: string): string | null {
  const user = findUser(db, userId);
  return user?.passwordHash ? user.email : null;
}

/** @throws {AppError} `not_found` when it is not theirs, or has ended */
export function endSession(db: Db, viewer: Viewer, sessionId: string, nowMs: number): void {
  inTransaction(db, () => {
    if (!isSessionOf(db, sessionId, viewer.id, nowMs)) throw new AppError("not_found", "There is no such session.");
    revokeSession(db, sessionId, nowMs);
    recordAudit(db, { atMs: nowMs, userId: viewer.id, action: "session.ended", target: sessionId });
  });
}

/** Signs somebody out everywhere but here. @returns how many sessions that ended */
export function endOtherSessions(db: Db, viewer: Viewer, nowMs: number): number {
  return inTransaction(db, () => {
    const ended = revokeSessionsOf(db, viewer.id, nowMs, viewer.sessionId);
    const detail = { ended };
    recordAudit(db, { atMs: nowMs, userId: viewer.id, action: "user.signed_out", target: viewer.id, detail });
    return ended;
  });
}

/**
 * Changes somebody's own password, and signs them out everywhere else.
 * @throws {AppError} `invalid_input` when the old one is wrong; `too_many_requests` when it was so too often; `not_found`
 *   for somebody who has none
 */
export async function setPassword(
  db: Db,
  viewer: Viewer,
  { current, password }: { current: string; password: string },
  nowMs: number,
): Promise<void> {
  const user = findUser(db, viewer.id);
  if (!user?.passwordHash) throw new AppError("not_found", "You sign in with Facebook and have no password here.");
  await consumeOwnPassword(viewer.id);
  if (!(await isPassword(current, user.passwordHash))) {
    const message = "This is not your password.";
    throw new AppError("invalid_input", message, { fields: [{ path: "current", message }] });
  }
  await forgetOwnPassword(viewer.id);
  assertNotGuessed(password, user.email ?? "");
  const passwordHash = await hashPassword(password);
  inTransaction(db, () => {
    updateUser(db, viewer.id, { passwordHash });
    const ended = revokeSessionsOf(db, viewer.id, nowMs, viewer.sessionId);
    const detail = { ended };
    recordAudit(db, { atMs: nowMs, userId: viewer.id, action: "user.password_set", target: viewer.id, detail });
  });
}
