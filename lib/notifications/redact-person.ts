import "server-only";
import type { Db } from "@/lib/db/db";
import type { ReceivedEvent } from "@/lib/messenger/messaging-event";
import { parseJson } from "@/lib/messenger/parse-json";
import { parseNotification } from "@/lib/messenger/parse-notification";
import { namesPerson, withoutItems } from "@/lib/messenger/without-items";
import { replaceBody } from "./interpretation-queries";
import { reindexNotification } from "./notification-search-queries";
import {
  findKeptBody,
  forgetEvent,
  forgetEventKey,
  listRepeatedPlaces,
  settleInterpretation,
} from "./redact-person-queries";
import { forgetRetries } from "./retry-queries";

/** Whose events go. `entryIds`: only those of this Page and its Instagram account; null for any. */
export type ErasedPerson = { personId: string; entryIds: readonly string[] | null };

/**
 * Takes everything of a person out of a stored notification, and out of every later one that brought the same events
 * again. What cannot be read, and names them, goes whole. Call it inside a transaction.
 *
 * @returns mids of the messages that it was about
 */
export function redactPerson(
  db: Db,
  notificationId: number,
  { personId, entryIds }: ErasedPerson,
  nowMs: number,
): string[] {
  const body = findKeptBody(db, notificationId);
  if (!body) return [];
  const payload = readPayload(body);
  const events = parseNotification(payload);
  if (events.length === 0) {
    if (body.includes(personId)) replaceWith(db, notificationId, { erased: true }, nowMs);
    return [];
  }
  const isTheirs = (position: number, item: unknown) => {
    const event = events[position];
    if (!event || (entryIds && !entryIds.includes(event.entryId))) return false;
    return event.psid === personId || namesPerson(item, personId);
  };
  const { payload: rest, erased } = withoutItems(payload, isTheirs);
  if (erased.length === 0) return [];
  replaceWith(db, notificationId, rest, nowMs);
  for (const position of erased) {
    forgetEvent(db, notificationId, position, personId);
    for (const again of listRepeatedPlaces(db, notificationId, position)) {
      forgetEventKey(db, again.notificationId, again.position, personId);
      redactPlace(db, again.notificationId, again.position, nowMs);
    }
  }
  if (settleInterpretation(db, notificationId)) forgetRetries(db, notificationId);
  return erased.flatMap((position) => toMids(events[position]));
}

/** Takes one event out of a stored notification: it came again after it had been erased. */
export function redactPlace(db: Db, notificationId: number, position: number, nowMs: number): void {
  const body = findKeptBody(db, notificationId);
  if (!body) return;
  const { payload, erased } = withoutItems(readPayload(body), (here) => here === position);
  if (erased.length > 0) replaceWith(db, notificationId, payload, nowMs);
}

function readPayload(body: Buffer): unknown {
  try {
    return parseJson(body.toString("utf8"));
  } catch {
    return null; // Rejected ones are kept cut, and some never were JSON.
  }
}

function replaceWith(db: Db, notificationId: number, payload: unknown, nowMs: number): void {
  replaceBody(db, notificationId, Buffer.from(JSON.stringify(payload)), nowMs);
  reindexNotification(db, notificationId);
}

function toMids(received: ReceivedEvent | undefined): string[] {
  const event = received?.event;
  if (!event) return [];
  if (event.kind === "delivery") return event.mids;
  return "mid" in event && event.mid !== null ? [event.mid] : [];
}
