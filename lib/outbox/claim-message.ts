import "server-only";
import type { Db } from "@/lib/db/db";
import type { Changes } from "@/lib/inbox/changes";
import { findMessageState } from "@/lib/inbox/message-queries";
import type { SendWay } from "@/lib/messenger/decide-send";
import { findDeath } from "@/lib/pages/find-death";
import { toPageProblem } from "@/lib/pages/page-problems";
import { readPage } from "@/lib/pages/page-queries";
import { decideContent } from "./decide-content";
import { failMessage } from "./fail-message";
import { type SendFailure, withoutRequest } from "./outbox-failure";
import { deleteFromOutbox, findOutboxEntry, markSending, type OutboxEntry } from "./outbox-queries";
import { findSendStanding, type SendStanding } from "./send-facts-queries";

/** A message whose request begins as soon as this is committed. `attempts` counts that request. */
export type Claim = OutboxEntry & { way: SendWay };

/**
 * Takes a message that waits to be sent now: the policy decides again, because time has passed. Call it in a transaction.
 * @returns null when there is nothing to send: cancelled, gone out already, or failed here
 */
export function claimMessage(db: Db, messageId: number, changes: Changes, nowMs: number): Claim | null {
  const entry = findOutboxEntry(db, messageId);
  if (entry?.state !== "waiting") return null;
  if (hasGoneOut(db, messageId)) {
    deleteFromOutbox(db, messageId);
    return null;
  }
  const standing = findSendStanding(db, entry.conversationId);
  if (!standing) return null;
  const decision = decideContent(standing.facts, entry.content, { holdsOneTime: true, nowMs });
  const obstacle = findObstacle(db, entry.pageId, standing);
  if (obstacle !== null || decision.way === "refused") {
    failMessage(db, entry, obstacle ?? withoutRequest("refused", decision.reason), changes, nowMs);
    return null;
  }
  markSending(db, messageId, decision.way, nowMs);
  changes.updatedMessages.add(messageId);
  return { ...entry, attempts: entry.attempts + 1, sendingSinceMs: nowMs, way: decision.way };
}

/** Its echo came, although Meta had said no. */
function hasGoneOut(db: Db, messageId: number): boolean {
  const message = findMessageState(db, messageId);
  return message !== undefined && message.mid !== null;
}

/** With a token that is known to be dead nothing is tried. */
function findObstacle(db: Db, pageId: string, { isLinked, hasDeadToken }: SendStanding): SendFailure | null {
  if (!isLinked) return withoutRequest("not_sent", "The Page is not linked, so there is no token to send with.");
  if (!hasDeadToken) return null;
  const { title, detail } = toPageProblem(findDeath(readPage(db, pageId)?.problems ?? []));
  return withoutRequest("not_tried", `Not sent. ${title}: ${detail}`);
}
