import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import { deleteConsents } from "@/lib/auth/forget-user-queries";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import type { Changes } from "@/lib/inbox/changes";
import type { SignedRequest } from "@/lib/messenger/signed-request";
import { listPagesOfTokenOwner, recordLostToken } from "@/lib/pages/token-owner-queries";
import { findCodeByHash, insertDeletionRequest } from "./deletion-request-queries";
import { createConfirmationCode } from "./erase-person";

/**
 * Somebody has removed the app: every token made for their Facebook account is dead (Meta docs: deauthorize callback).
 * Their consent goes, and their Pages say so until somebody connects them again. The same request again does nothing:
 * they may have consented anew meanwhile.
 *
 * @param changes what to publish afterwards
 */
export function deauthorize(db: Db, { userId: asid, hash }: SignedRequest, nowMs: number, changes: Changes): void {
  const requestHash = `deauthorize:${hash}`;
  inTransaction(db, () => {
    if (findCodeByHash(db, requestHash) !== null) return;
    // Met at once; what is kept is only that it came.
    insertDeletionRequest(db, { code: createConfirmationCode(), requestHash, subject: null, atMs: nowMs });
    const pages = listPagesOfTokenOwner(db, asid);
    for (const page of pages) {
      recordLostToken(db, page, { code: "token_app_removed", atMs: nowMs, forgets: false });
      changes.pages.add(page.id);
    }
    // Whom of ours it was: their Facebook id would outlast them here.
    const detail = { users: deleteConsents(db, asid), pageIds: pages.map(({ id }) => id) };
    recordAudit(db, { atMs: nowMs, userId: null, action: "app.deauthorized", target: null, detail });
  });
}
