import "server-only";
import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db/db";
import { acceptWithFacebook, type FacebookPerson } from "./accept-invitation";
import { recordAudit } from "./audit-queries";
import { SESSION_MAX_AGE_S } from "./session-cookie";
import { createSession } from "./session-queries";
import { isSetupToken } from "./setup-token";
import { createOwner, findUser, findUserByAsid, updateUser } from "./user-queries";

/** What the browser brings besides who it is: proofs that it may come in, and where it is. */
export type Arrival = {
  setupToken: string | null;
  invitationToken: string | null;
  ip: string;
  userAgent: string | null;
};

/** As much as tells devices apart. */
const USER_AGENT_CHARACTERS = 300;

/**
 * Lets somebody in who has proved at Facebook who they are: when they have a place here, follow an invitation, or bring
 * the set-up token while there is no owner. Others get no session.
 *
 * @returns the new session's id, or null for somebody who is not invited
 */
export function signInWithFacebook(db: Db, person: FacebookPerson, arrival: Arrival, nowMs: number): string | null {
  const { asid, name, pictureUrl } = person;
  if (arrival.setupToken !== null && isSetupToken(arrival.setupToken) && !findUserByAsid(db, asid)) {
    const id = randomUUID();
    if (createOwner(db, { id, asid, name, pictureUrl, createdMs: nowMs })) {
      recordAudit(db, { atMs: nowMs, userId: id, action: "owner.created", target: id });
    }
  }
  if (arrival.invitationToken !== null) acceptWithFacebook(db, arrival.invitationToken, person, nowMs);
  const user = findUserByAsid(db, asid);
  if (!user) return null;
  if (user.deactivatedMs === null) updateUser(db, user.id, { name, pictureUrl });
  return startSession(db, user.id, arrival, nowMs);
}

/** Begins a session of somebody who has proved who they are. @returns null when they may not come in any more */
export function startSession(
  db: Db,
  userId: string,
  { ip, userAgent }: Pick<Arrival, "ip" | "userAgent">,
  nowMs: number,
): string | null {
  const user = findUser(db, userId);
  if (!user) return null;
  if (user.deactivatedMs !== null) {
    recordAudit(db, { atMs: nowMs, userId, action: "session.refused", target: null });
    return null;
  }
  const id = randomUUID();
  createSession(db, {
    id,
    userId,
    createdMs: nowMs,
    expiresMs: nowMs + SESSION_MAX_AGE_S * 1000,
    ip,
    userAgent: userAgent?.slice(0, USER_AGENT_CHARACTERS) ?? null,
  });
  recordAudit(db, { atMs: nowMs, userId, action: "session.started", target: id });
  return id;
}
