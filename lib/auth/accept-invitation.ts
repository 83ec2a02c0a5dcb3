import "server-only";
import { randomUUID } from "node:crypto";
import type { JoinInput } from "@/lib/api/schemas/people";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { recordAudit } from "./audit-queries";
import { findOffer } from "./find-offer";
import { type InvitationRow, takeInvitation } from "./invitation-queries";
import { linkIsDead } from "./invitations";
import { assertNotGuessed, hashPassword } from "./password";
import { revokeSessionsOf } from "./session-queries";
import {
  findUser,
  findUserByAsid,
  findUserByEmail,
  insertUser,
  setAccess,
  type UserRow,
  updateUser,
} from "./user-queries";

export type FacebookPerson = { asid: string; name: string; pictureUrl: string | null };

/**
 * Lets somebody in who followed a link and has proved at Facebook who they are. Somebody who is in already keeps their
 * place, and the link, unless it comes from the command line: that is how a locked-out owner gets back. Somebody who was
 * shut out gets back only by a link that was made after that.
 * @returns whether the link was taken
 */
export function acceptWithFacebook(db: Db, token: string, person: FacebookPerson, nowMs: number): boolean {
  return inTransaction(db, () => {
    const invitation = findOffer(db, token, nowMs);
    if (!invitation || isNewPassword(invitation)) return false;
    const before = findUserByAsid(db, person.asid);
    if (before && invitation.createdBy !== null && !wasOutBefore(before, invitation)) return false;
    const id = before?.id ?? randomUUID();
    if (!before) insertUser(db, { ...person, id, role: invitation.role, createdMs: nowMs });
    return letIn(db, invitation, id, nowMs);
  });
}

/**
 * Lets somebody in who will sign in with a password; or gives somebody a new one, where the link was made for that.
 * @throws {AppError} `not_found` when the link is dead; `invalid_input` when somebody has that address already, or the
 *   password is easy to guess
 */
export async function acceptWithPassword(db: Db, { token, name, email, password }: JoinInput, nowMs: number) {
  // Before a quarter of a second of work for whoever guesses links.
  if (!findOffer(db, token, nowMs)) throw linkIsDead();
  assertNotGuessed(password, email);
  const passwordHash = await hashPassword(password);
  inTransaction(db, () => {
    const invitation = findOffer(db, token, nowMs);
    if (!invitation) throw linkIsDead();
    const known = invitation.userId === null ? null : findUser(db, invitation.userId);
    if (findUserByEmail(db, email) && known?.email !== email) {
      const message = "Somebody signs in with this address already.";
      throw new AppError("invalid_input", message, { fields: [{ path: "email", message }] });
    }
    const id = known?.id ?? randomUUID();
    if (known) {
      updateUser(db, id, { passwordHash });
      revokeSessionsOf(db, id, nowMs);
    } else {
      const asid = `local:${id}`;
      insertUser(db, { id, asid, name, email, passwordHash, role: invitation.role, createdMs: nowMs });
    }
    if (!isNewPassword(invitation)) return letIn(db, invitation, id, nowMs);
    if (!takeInvitation(db, invitation.id, id, nowMs)) throw linkIsDead();
    recordAudit(db, { atMs: nowMs, userId: id, action: "user.password_set", target: id });
  });
}

/** Whether somebody was shut out before the link was made; false for somebody who is in. */
function wasOutBefore({ deactivatedMs }: Pick<UserRow, "deactivatedMs">, { createdMs }: InvitationRow): boolean {
  return deactivatedMs !== null && deactivatedMs < createdMs;
}

/** Made by a colleague for somebody who is here: it changes nothing but the password. From the command line it does. */
function isNewPassword({ userId, createdBy }: InvitationRow): boolean {
  return userId !== null && createdBy !== null;
}

function letIn(db: Db, { id, role, hasAllPages, pageIds }: InvitationRow, userId: string, nowMs: number): boolean {
  if (!takeInvitation(db, id, userId, nowMs)) return false;
  updateUser(db, userId, { deactivatedMs: null });
  setAccess(db, userId, { role, pages: hasAllPages ? "all" : pageIds });
  const detail = { userId, role, pages: hasAllPages ? "all" : pageIds };
  recordAudit(db, { atMs: nowMs, userId, action: "invitation.accepted", target: id, detail });
  return true;
}
