import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { Changes } from "@/lib/inbox/changes";
import { indexNextNotifications } from "@/lib/notifications/notification-search-queries";
import { findDeletionRequest } from "./deletion-request-queries";
import { beginErasure, createConfirmationCode } from "./erase-person";
import { ErasureJob } from "./erasure-job";
import { toPersonHash } from "./to-person-hash";

const LOOK_MS = 50;
const INDEXED_AT_ONCE = 100;

/** Where, and by which id Meta knows the person there. */
export type PersonOfPage = { pageId: string; psid: string };

/**
 * Erases a person from the command line: without a desk that runs, or beside one. Whether there is a conversation or
 * not, what Meta sent is gone through as well.
 *
 * @param patienceMs how long nothing may go on before it is left to the desk, which goes on when it runs
 * @returns whether all of it is done
 */
export async function erasePersonByCommand(
  db: Db,
  { pageId, psid }: PersonOfPage,
  { patienceMs }: { patienceMs: number },
): Promise<boolean> {
  const code = createConfirmationCode();
  const atMs = Date.now();
  inTransaction(db, () => {
    // Nobody looks on here: screens that are open are told by nothing.
    beginErasure(db, { personId: psid, pageId }, { code, requestHash: `command:${code}`, atMs }, new Changes());
    const detail = { person: toPersonHash(psid) };
    recordAudit(db, { atMs, userId: null, action: "person.erased", target: null, pageId, detail });
  });
  const job = new ErasureJob(db, () => {});
  job.wake();
  let lastMs = Date.now();
  try {
    for (;;) {
      if (findDeletionRequest(db, code)?.doneMs !== null) return true;
      if (indexNextNotifications(db, INDEXED_AT_ONCE) > 0 || job.isAtWork) lastMs = Date.now();
      if (Date.now() - lastMs > patienceMs) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  } finally {
    job.stop();
  }
}
