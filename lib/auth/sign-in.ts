import "server-only";
import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db/db";
import { recordAudit } from "./audit-queries";
import { SESSION_MAX_AGE_S } from "./session-cookie";
import { isSetupToken } from "./setup-token";
import { createOwner, createSession, findUserByAsid, updateUserProfile } from "./user-queries";

export type FacebookPerson = { asid: string; name: string; pictureUrl: string | null };

/**
 * Lets somebody in who has proved at Facebook who they are: when they have a place here, or bring the set-up token
 * while there is no owner. Others get no session.
 *
 * @returns the new session's id, or null for somebody who is not invited
 */
export async function signIn(
  db: Db,
  person: FacebookPerson,
  setupToken: string | null,
  nowMs: number,
): Promise<string | null> {
  const { asid, name, pictureUrl } = person;
  let user = await findUserByAsid(db, asid);
  if (!user && setupToken !== null && isSetupToken(setupToken)) {
    const id = randomUUID();
    if (await createOwner(db, { id, asid, name, pictureUrl, createdMs: nowMs })) {
      recordAudit(db, { atMs: nowMs, userId: id, action: "owner.created", target: id });
    }
    user = await findUserByAsid(db, asid);
  }
  if (!user) return null;
  await updateUserProfile(db, user.id, { name, pictureUrl });
  const sessionId = randomUUID();
  await createSession(db, {
    id: sessionId,
    userId: user.id,
    createdMs: nowMs,
    expiresMs: nowMs + SESSION_MAX_AGE_S * 1000,
  });
  recordAudit(db, { atMs: nowMs, userId: user.id, action: "session.started", target: sessionId });
  return sessionId;
}
