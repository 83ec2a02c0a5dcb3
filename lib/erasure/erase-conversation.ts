import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { Changes } from "@/lib/inbox/changes";
import { findErasable } from "@/lib/inbox/erase-conversation-queries";
import { beginErasure, createConfirmationCode } from "./erase-person";
import { toPersonHash } from "./to-person-hash";

type Surroundings = { publish: (changes: Changes) => void; erasure: { wake: () => void } };

/**
 * Erases the person of a conversation from its Page, because somebody here asked for it. It is off every screen when
 * this returns; what is stored of it goes a little at a time, over a restart too.
 * @throws {AppError} `not_found`
 */
export async function eraseConversation(
  db: Db,
  conversationId: number,
  userId: string,
  { publish, erasure }: Surroundings,
): Promise<void> {
  const changes = new Changes();
  const atMs = Date.now();
  inTransaction(db, () => {
    const conversation = findErasable(db, conversationId);
    if (!conversation) throw new AppError("not_found", "There is no such conversation.");
    const { psid: personId, pageId } = conversation;
    const code = createConfirmationCode();
    beginErasure(db, { personId, pageId }, { code, requestHash: `staff:${code}`, atMs }, changes);
    const detail = { person: toPersonHash(personId) };
    recordAudit(db, { atMs, userId, action: "person.erased", target: String(conversationId), pageId, detail });
  });
  publish(changes);
  erasure.wake();
}
