import "server-only";
import { randomUUID } from "node:crypto";
import type { PasswordLink } from "@/lib/api/schemas/people";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { recordAudit } from "./audit-queries";
import { insertInvitation } from "./invitation-queries";
import { toJoinLink } from "./invitations";
import { getChangeable } from "./people";
import { hashToken, makeRandomToken } from "./random-token";
import { readAccess } from "./user-queries";
import type { Viewer } from "./viewer";

const VALID_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a link with which somebody of this desk chooses a new password, once, within a day; their place stays as it is.
 * @throws {AppError} `not_found`, `not_allowed`; `invalid_input` for somebody who has no password, or is shut out
 */
export function makePasswordLink(db: Db, viewer: Viewer, userId: string, nowMs: number): PasswordLink {
  const token = makeRandomToken();
  const expiresAt = nowMs + VALID_MS;
  inTransaction(db, () => {
    const user = getChangeable(db, viewer, userId);
    if (user.email === null || user.passwordHash === null) {
      throw new AppError("invalid_input", `${user.name} signs in with Facebook and has no password here.`);
    }
    if (user.deactivatedMs !== null) throw new AppError("invalid_input", `Let ${user.name} in again first.`);
    const pages = readAccess(db, user);
    insertInvitation(db, {
      id: randomUUID(),
      tokenHash: hashToken(token),
      note: user.email,
      role: user.role,
      hasAllPages: pages === "all",
      pageIds: pages === "all" ? [] : [...pages],
      createdBy: viewer.id,
      createdMs: nowMs,
      expiresMs: expiresAt,
      userId,
    });
    recordAudit(db, { atMs: nowMs, userId: viewer.id, action: "user.password_link_made", target: userId });
  });
  return { link: toJoinLink(token), expiresAt };
}
