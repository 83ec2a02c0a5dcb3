import "server-only";
import type { Db } from "@/lib/db/db";
import { inSavepoint } from "@/lib/db/transaction";
import { applyEvent } from "@/lib/inbox/apply-event";
import type { Changes } from "@/lib/inbox/changes";
import type { ReceivedEvent } from "@/lib/messenger/messaging-event";
import { findEnvelopeObject, parseNotification } from "@/lib/messenger/parse-notification";
import { findLinkedPageId } from "@/lib/pages/page-lookup-queries";
import {
  countRepeat,
  type EventOutcome,
  type EventResult,
  findEventOutcome,
  findFirstEventId,
  insertEvent,
  updateEvent,
} from "./event-queries";
import type { Interpreted, StoredNotification } from "./interpretation-queries";
import { toReason } from "./to-reason";

export type InterpretContext = {
  appId: string;
  changes: Changes;
  /** Newest `receivedMs` seen of each linked Page, for the caller to write down once. */
  heardFrom: Map<string, number>;
  /** Whose `entry[].id` is whose, as far as looked up in this transaction. */
  linkedPageIds: Map<string, string | null>;
  /** It was interpreted before: what became of its events is looked up first. */
  isRerun: boolean;
  /** An event of it cannot be applied: each has a savepoint of its own, so that this one does not cost its neighbours. */
  isCareful: boolean;
};

/**
 * Gives a stored notification its meaning: every item becomes an event, and every event has its effect on the inbox
 * once. Can be run again at any time: what was applied stays as it is, what was parked or failed is tried again.
 * Call it inside a transaction.
 *
 * @throws what applying an event threw, unless `isCareful`
 */
export function interpretNotification(db: Db, stored: StoredNotification, context: InterpretContext): Interpreted {
  const { payload, error } = parseJson(stored.body);
  const object = findEnvelopeObject(payload);
  if (object !== "page" && object !== "instagram") {
    return {
      outcome: "unreadable",
      object,
      pageIds: [],
      fields: [],
      eventCount: 0,
      error: error ?? toComplaint(object),
    };
  }
  const events = parseNotification(payload);
  const outcomes = events.map((received, position) => interpretEvent(db, stored, received, position, context));
  return {
    outcome: toOutcome(outcomes),
    object,
    pageIds: unique(events.map((event) => event.entryId).filter((id) => id !== "")),
    fields: unique(events.map((event) => event.field)),
    eventCount: events.length,
    error: null,
  };
}

function parseJson(body: Buffer): { payload: unknown; error: string | null } {
  try {
    return { payload: JSON.parse(body.toString("utf8")), error: null };
  } catch (cause) {
    return { payload: null, error: `The body is not JSON: ${(cause as Error).message.replace(/".*"/s, "…")}` };
  }
}

function toComplaint(object: string | null): string {
  if (object === null) return "The body is JSON, but no notification: it has no object or no list of entries.";
  return "The object is not one this desk handles (page, instagram).";
}

const unique = (values: string[]) => [...new Set(values)];

function toOutcome(outcomes: EventOutcome[]): Interpreted["outcome"] {
  const all = (outcome: EventOutcome) => outcomes.length > 0 && outcomes.every((o) => o === outcome);
  if (all("duplicate")) return "duplicate";
  if (all("failed")) return "failed";
  if (outcomes.includes("failed")) return "partly_failed";
  return outcomes.includes("parked") ? "pending" : "applied";
}

function interpretEvent(
  db: Db,
  stored: StoredNotification,
  received: ReceivedEvent,
  position: number,
  context: InterpretContext,
): EventOutcome {
  const before = context.isRerun ? findEventOutcome(db, stored.id, position) : undefined;
  if (before !== undefined && before !== "parked" && before !== "failed") return before;
  if (before === undefined) {
    const firstEventId = findFirstEventId(db, received.key, received.timestampMs);
    if (firstEventId !== undefined) {
      countRepeat(db, firstEventId);
      insertEvent(db, stored.id, position, received, REPETITION, firstEventId);
      return "duplicate";
    }
  }
  const result = applyOrKeep(db, stored, received, context);
  if (before !== undefined) updateEvent(db, stored.id, position, result);
  else insertEvent(db, stored.id, position, received, result, null);
  return result.outcome;
}

const REPETITION: EventResult = { outcome: "duplicate", error: null, messageId: null, conversationId: null };
const NOT_INTERPRETED: EventResult = { outcome: "not_interpreted", error: null, messageId: null, conversationId: null };
const PARKED: EventResult = { outcome: "parked", error: null, messageId: null, conversationId: null };

function applyOrKeep(
  db: Db,
  stored: StoredNotification,
  received: ReceivedEvent,
  context: InterpretContext,
): EventResult {
  if (received.entryId === "") return NOT_INTERPRETED;
  const pageId = findPageId(db, received, context);
  if (pageId === null) return PARKED;
  context.heardFrom.set(pageId, Math.max(stored.receivedMs, context.heardFrom.get(pageId) ?? 0));
  const { appId, changes } = context;
  const { id: notificationId, receivedMs } = stored;
  const apply = (): EventResult => applyEvent(db, received, { pageId, notificationId, receivedMs, appId, changes });
  if (!context.isCareful) return apply();
  return inSavepoint(db, apply, (error) => ({ ...PARKED, outcome: "failed", error: toReason(error) }));
}

function findPageId(db: Db, { object, entryId }: ReceivedEvent, { linkedPageIds }: InterpretContext): string | null {
  const key = `${object}:${entryId}`;
  const known = linkedPageIds.get(key);
  if (known !== undefined) return known;
  const pageId = findLinkedPageId(db, object, entryId);
  linkedPageIds.set(key, pageId);
  return pageId;
}
