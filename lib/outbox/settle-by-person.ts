import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { resolveDeliveryError } from "@/lib/delivery-errors/delivery-error-queries";
import { NO_ANSWER } from "@/lib/delivery-errors/to-failure";
import { AppError } from "@/lib/errors";
import { Changes } from "@/lib/inbox/changes";
import { findMessageState, type MessageState } from "@/lib/inbox/message-queries";
import { failMessage } from "./fail-message";
import { settleMessage } from "./settle-message";

/**
 * A person looked at Facebook and says whether an unconfirmed message is there.
 * @returns what to publish
 * @throws {AppError} `not_found`; `message_state` when its outcome is known by now
 */
export function settleByPerson(db: Db, messageId: number, outcome: "sent" | "not_sent", nowMs: number): Changes {
  const changes = new Changes();
  inTransaction(db, () => {
    const message = findMessageState(db, messageId);
    if (message?.clientId == null) throw new AppError("not_found", "There is no such message.");
    if (message.status !== "unconfirmed") {
      throw new AppError("message_state", "What became of this message is known, or it is on its way again.");
    }
    if (outcome === "sent") settleMessage(db, messageId, null, changes, nowMs);
    else sayNotSent(db, message, changes, nowMs);
  });
  return changes;
}

function sayNotSent(db: Db, message: MessageState, changes: Changes, nowMs: number): void {
  if (message.deliveryErrorId !== null) resolveDeliveryError(db, message.deliveryErrorId);
  const failure = { ...NO_ANSWER, unanswered: "not_found", message: "Somebody looked: it did not arrive." } as const;
  const { id: messageId, conversationId, pageId } = message;
  const entry = { messageId, conversationId, pageId };
  failMessage(db, entry, { failure, retry: null, isUnconfirmed: false }, changes, nowMs);
}
