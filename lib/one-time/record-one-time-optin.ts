import "server-only";
import type { Db } from "@/lib/db/db";
import type { Changes } from "@/lib/inbox/changes";
import type { ReceivedEvent } from "@/lib/messenger/messaging-event";
import { learnCapability } from "@/lib/pages/learn-capability";
import { grantOneTime } from "./one-time-queries";

type Surroundings = {
  pageId: string;
  conversationId: number;
  receivedMs: number;
  encryptionKeys: readonly string[];
  changes: Changes;
};

/**
 * Keeps the token of a person who tapped "Notify me", when that is what the event tells. It also shows that the Page may
 * use one-time notifications. Instagram has none (Meta docs: one-time notification). Call it in a transaction.
 */
export function recordOneTimeOptin(
  db: Db,
  { event, object, timestampMs }: ReceivedEvent,
  { pageId, conversationId, receivedMs, encryptionKeys, changes }: Surroundings,
): void {
  if (object !== "page" || event.kind !== "optin" || event.oneTimeToken === null) return;
  const granted = {
    pageId,
    conversationId,
    topic: event.note.topic ?? "",
    token: event.oneTimeToken,
    grantedMs: timestampMs ?? receivedMs,
  };
  if (!grantOneTime(db, granted, encryptionKeys, receivedMs)) return;
  learnCapability(db, pageId, { oneTime: "yes" }, changes, receivedMs);
  changes.conversations.add(conversationId);
  changes.pages.add(pageId);
}
