import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import { deleteConsents, forgetUser } from "@/lib/auth/forget-user-queries";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import type { Changes } from "@/lib/inbox/changes";
import type { SignedRequest } from "@/lib/messenger/signed-request";
import { listPagesOfTokenOwner, recordLostToken } from "@/lib/pages/token-owner-queries";
import { findCodeByHash } from "./deletion-request-queries";
import { beginErasure, createConfirmationCode } from "./erase-person";
import { toPersonHash } from "./to-person-hash";

/**
 * Somebody asked Meta to have their data deleted (Meta docs: data deletion callback). Whether the id is the one they
 * sign in with or the one they write to a Page with, all that is known of them goes: at once what is on screen and what
 * they could act with, the rest by the erasure job. The same request again is answered the same, and does nothing more.
 *
 * @param changes what to publish afterwards
 * @returns the confirmation code
 */
export function acceptDeletionRequest(
  db: Db,
  { userId: personId, hash }: SignedRequest,
  nowMs: number,
  changes: Changes,
): string {
  const requestHash = `delete:${hash}`;
  return inTransaction(db, () => {
    const before = findCodeByHash(db, requestHash);
    if (before !== null) return before;
    const code = createConfirmationCode();
    forgetAccount(db, personId, nowMs, changes);
    beginErasure(db, { personId, pageId: null }, { code, requestHash, atMs: nowMs }, changes);
    const detail = { person: toPersonHash(personId) };
    recordAudit(db, { atMs: nowMs, userId: null, action: "person.deletion_requested", target: code, detail });
    return code;
  });
}

/** Who signs in with this id, their sign-ins, their consent and the tokens made for them. */
function forgetAccount(db: Db, asid: string, nowMs: number, changes: Changes): void {
  for (const page of listPagesOfTokenOwner(db, asid)) {
    recordLostToken(db, page, { code: "token_missing", atMs: nowMs, forgets: true });
    changes.pages.add(page.id);
  }
  deleteConsents(db, asid);
  forgetUser(db, asid);
}
