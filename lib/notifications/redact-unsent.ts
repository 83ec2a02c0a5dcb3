import "server-only";
import type { Db } from "@/lib/db/db";
import type { Unsent } from "@/lib/inbox/apply-event";
import { toMessageKeys } from "@/lib/messenger/event-key";
import type { ReceivedEvent } from "@/lib/messenger/messaging-event";
import { parseJson } from "@/lib/messenger/parse-json";
import { withoutMessage } from "@/lib/messenger/without-message";
import { toNotificationId } from "./event-id";
import { findFirstEventId, listRepetitions } from "./event-queries";
import { findStoredNotification, replaceBody } from "./interpretation-queries";
import { reindexNotification } from "./notification-search-queries";

/** Meta lets people edit a message five times (Meta docs: message-edits). */
const MAX_EDITS = 5;

/**
 * Takes the content of an unsent message out of every stored notification that brought it: the first one, its edits, and
 * every repetition. The bytes then no longer match their signature, which the inspector says.
 *
 * @param notificationId the one in hand, which may itself be the one that brought it
 */
export function redactUnsent(
  db: Db,
  notificationId: number,
  { object, entryId }: Pick<ReceivedEvent, "object" | "entryId">,
  { mid, timesMs }: Unsent,
): void {
  const ids = new Set([notificationId]);
  for (const key of toMessageKeys({ object, entryId }, mid, MAX_EDITS)) {
    // Keys are indexed by their event's time, which is null where Meta gave none.
    for (const atMs of new Set([...timesMs, null])) {
      const firstEventId = findFirstEventId(db, key, atMs);
      if (firstEventId === undefined) continue;
      ids.add(toNotificationId(firstEventId));
      for (const id of listRepetitions(db, firstEventId)) ids.add(id);
    }
  }
  for (const id of ids) redactNotification(db, id, mid);
}

/** Takes the content of one message out of one stored notification. */
export function redactNotification(db: Db, notificationId: number, mid: string): void {
  const stored = findStoredNotification(db, notificationId);
  if (!stored) return;
  const { payload, isChanged } = withoutMessage(parseJson(stored.body.toString("utf8")), mid);
  if (!isChanged) return;
  replaceBody(db, notificationId, Buffer.from(JSON.stringify(payload)), Date.now());
  reindexNotification(db, notificationId);
}
