import "server-only";
import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { recordAudit } from "./audit-queries";
import { insertInvitation } from "./invitation-queries";
import { toJoinLink } from "./invitations";
import { hashToken, makeRandomToken } from "./random-token";
import { findUserByEmail } from "./user-queries";

const VALID_MS = 60 * 60 * 1000;

/**
 * A link that makes whoever opens it an owner, once, within the hour. Only for who runs the machine: they could write to
 * the database anyway.
 * @param email in lower case; when somebody signs in with it, the link gives them a new password
 */
export function makeOwnerLink(
  db: Db,
  email: string,
  nowMs: number,
): { link: string; isKnown: boolean; validMinutes: number } {
  const token = makeRandomToken();
  const id = randomUUID();
  const userId = findUserByEmail(db, email)?.id ?? null;
  inTransaction(db, () => {
    insertInvitation(db, {
      id,
      tokenHash: hashToken(token),
      note: email,
      role: "owner",
      hasAllPages: true,
      pageIds: [],
      createdBy: null,
      createdMs: nowMs,
      expiresMs: nowMs + VALID_MS,
      userId,
    });
    const detail = { role: "owner", pages: "all", by: "command line" };
    recordAudit(db, { atMs: nowMs, userId: null, action: "invitation.created", target: id, detail });
  });
  return { link: toJoinLink(token), isKnown: userId !== null, validMinutes: VALID_MS / 60_000 };
}
