import "server-only";
import { randomBytes } from "node:crypto";
import type { Db } from "@/lib/db/db";
import { eraseDeliveryErrors } from "@/lib/delivery-errors/erase-delivery-error-queries";
import type { Changes } from "@/lib/inbox/changes";
import { detachConversation, findErasable, listConversationIdsOf } from "@/lib/inbox/erase-conversation-queries";
import { findNewestNotificationId } from "@/lib/notifications/redact-person-queries";
import { type ErasureSubject, insertDeletionRequest } from "./deletion-request-queries";

/** What a person can ask about their request with: nobody guesses 128 bits. */
export function createConfirmationCode(): string {
  return randomBytes(16).toString("base64url");
}

/**
 * Takes a person off every screen at once, and leaves the rest, which may be much, to the erasure job. Call it inside a
 * transaction, and publish `changes` after it.
 */
export function beginErasure(
  db: Db,
  person: Pick<ErasureSubject, "personId" | "pageId">,
  request: { code: string; requestHash: string; atMs: number },
  changes: Changes,
): void {
  const { personId: psid, pageId } = person;
  const conversationIds = listConversationIdsOf(db, { psid, pageId });
  detachConversations(db, conversationIds, request.atMs, changes);
  const subject = { ...person, conversationIds, untilId: findNewestNotificationId(db) };
  insertDeletionRequest(db, { ...request, subject });
}

export function detachConversations(db: Db, ids: readonly number[], nowMs: number, changes: Changes): void {
  for (const id of ids) {
    const conversation = findErasable(db, id);
    if (!conversation) continue;
    detachConversation(db, id, nowMs);
    eraseDeliveryErrors(db, id);
    changes.pages.add(conversation.pageId);
    changes.hasRemovals = true;
  }
}
