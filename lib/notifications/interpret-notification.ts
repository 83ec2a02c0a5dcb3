import "server-only";
import type { Db } from "@/lib/db/db";
import { inSavepoint } from "@/lib/db/transaction";
import { applyEvent } from "@/lib/inbox/apply-event";
import type { Changes } from "@/lib/inbox/changes";
import { deleteMessage, isUnsent } from "@/lib/inbox/message-queries";
import type { ReceivedEvent } from "@/lib/messenger/messaging-event";
import { parseJson } from "@/lib/messenger/parse-json";
import { countItems, findEnvelopeObject, MAX_ITEMS, parseNotification } from "@/lib/messenger/parse-notification";
import { recordOneTimeOptin } from "@/lib/one-time/record-one-time-optin";
import { findLinkedPageId, recordPolicy } from "@/lib/pages/page-lookup-queries";
import { countParked } from "@/lib/pages/parked-entry-queries";
import { forgetTemplates } from "@/lib/utility-templates/known-templates";
import {
  countRepeat,
  type EventOutcome,
  type EventResult,
  findEventResult,
  findFirstEventId,
  insertEvent,
  updateEvent,
} from "./event-queries";
import type { Interpreted, StoredNotification } from "./interpretation-queries";
import { type HourCounts, noteTraffic } from "./note-traffic";
import { redactPlace } from "./redact-person";
import { isErasedEvent } from "./redact-person-queries";
import { redactNotification, redactUnsent } from "./redact-unsent";
import { toReason } from "./to-reason";

export type InterpretContext = {
  appId: string;
  encryptionKeys: readonly string[];
  changes: Changes;
  /** Newest `receivedMs` seen of each linked Page, for the caller to write down once. */
  heardFrom: Map<string, number>;
  /** What people did, by Page and hour, for the caller to write down once. */
  hours: HourCounts;
  /** Whose `entry[].id` is whose, as far as looked up in this transaction. */
  linkedPageIds: Map<string, string | null>;
  /** It was interpreted before: what became of its events is looked up first. */
  isRerun: boolean;
  /** An event of it cannot be applied: each has a savepoint of its own, so that this one does not cost its neighbours. */
  isCareful: boolean;
};

/**
 * Gives a stored notification its meaning: every item becomes an event, and every event has its effect on the inbox
 * once. Can be run again at any time: what was applied stays as it is; what was parked, failed or not recognised is
 * tried again. Call it inside a transaction.
 *
 * @throws what applying an event threw, unless `isCareful`
 */
export function interpretNotification(db: Db, stored: StoredNotification, context: InterpretContext): Interpreted {
  const { payload, error } = readPayload(stored.body);
  const object = findEnvelopeObject(payload);
  const complaint = error ?? toComplaint(object, payload);
  if (complaint !== null) {
    return { outcome: "unreadable", object, pageIds: [], fields: [], eventCount: 0, error: complaint };
  }
  const events = parseNotification(payload);
  const applied: Applied[] = [];
  const ofThisOne = { ...context, applied };
  const outcomes = events.map((received, position) => interpretEvent(db, stored, received, position, ofThisOne));
  // Only now: had one of them thrown, all of them would be taken back and tried again.
  for (const event of applied) noteTraffic(context.hours, { ...event, receivedMs: stored.receivedMs });
  return {
    outcome: toOutcome(outcomes),
    object,
    pageIds: unique(events.map((event) => event.entryId).filter((id) => id !== "")),
    fields: unique(events.map((event) => event.field)),
    eventCount: events.length,
    error: null,
  };
}

/** Of one notification: what was applied for the first time. */
type Applied = { pageId: string; received: ReceivedEvent };
type EventContext = InterpretContext & { applied: Applied[] };

function readPayload(body: Buffer): { payload: unknown; error: string | null } {
  try {
    return { payload: parseJson(body.toString("utf8")), error: null };
  } catch (cause) {
    return { payload: null, error: `The body is not JSON: ${(cause as Error).message.replace(/".*"/s, "…")}` };
  }
}

function toComplaint(object: string | null, payload: unknown): string | null {
  if (object === null) return "The body is JSON, but no notification: it has no object or no list of entries.";
  if (object !== "page" && object !== "instagram") {
    return "The object is not one this desk handles (page, instagram).";
  }
  if (countItems(payload) <= MAX_ITEMS) return null;
  return `It holds more than ${MAX_ITEMS} events. Facebook sends a thousand at most.`;
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
  context: EventContext,
): EventOutcome {
  if (context.isRerun) {
    const before = findEventResult(db, stored.id, position);
    if (before) return interpretAgain(db, stored, received, position, before, context);
  }
  const firstEventId = findFirstEventId(db, received.key, received.timestampMs);
  if (firstEventId !== undefined) {
    countRepeat(db, firstEventId);
    insertEvent(db, stored.id, position, received, REPETITION, firstEventId);
    // What its sender took back must not come in again.
    const mid = toMid(received);
    if (mid !== null && isUnsent(db, mid)) redactNotification(db, stored.id, mid);
    // What was erased with its person neither.
    if (received.psid !== null && isErasedEvent(db, firstEventId)) {
      redactPlace(db, stored.id, position, stored.receivedMs);
    }
    return "duplicate";
  }
  const result = applyOrKeep(db, stored, received, context);
  insertEvent(db, stored.id, position, received, result, null);
  return result.outcome;
}

function interpretAgain(
  db: Db,
  stored: StoredNotification,
  received: ReceivedEvent,
  position: number,
  before: Pick<EventResult, "outcome" | "messageId">,
  context: EventContext,
): EventOutcome {
  const isDone = before.outcome === "applied" || before.outcome === "duplicate";
  const isStillUnknown = before.outcome === "not_recognised" && received.event.kind === "unknown";
  if (isDone || isStillUnknown) return before.outcome;
  // Recognised by now: the placeholder that kept its place gives way.
  if (before.outcome === "not_recognised" && before.messageId !== null) deleteMessage(db, before.messageId);
  const result = applyOrKeep(db, stored, received, context);
  updateEvent(db, stored.id, position, result);
  return result.outcome;
}

const NOTHING = { error: null, messageId: null, conversationId: null };
const REPETITION: EventResult = { outcome: "duplicate", ...NOTHING };
const NOT_RECOGNISED: EventResult = { outcome: "not_recognised", ...NOTHING };
const PARKED: EventResult = { outcome: "parked", ...NOTHING };

function applyOrKeep(db: Db, stored: StoredNotification, received: ReceivedEvent, context: EventContext): EventResult {
  if (received.entryId === "") return NOT_RECOGNISED;
  const pageId = findPageId(db, received, context);
  if (pageId === null) {
    if (!context.isRerun) countParked(db, received, stored.receivedMs);
    return PARKED;
  }
  context.heardFrom.set(pageId, Math.max(stored.receivedMs, context.heardFrom.get(pageId) ?? 0));
  const apply = () => applyToPage(db, pageId, stored, received, context);
  const recover = (error: unknown): EventResult => ({ outcome: "failed", ...NOTHING, error: toReason(error) });
  const result = context.isCareful ? inSavepoint(db, apply, recover) : apply();
  if (result.outcome === "applied") context.applied.push({ pageId, received });
  return result;
}

function applyToPage(
  db: Db,
  pageId: string,
  stored: StoredNotification,
  received: ReceivedEvent,
  { appId, encryptionKeys, changes }: InterpretContext,
): EventResult {
  const { event, psid } = received;
  const { id: notificationId, receivedMs } = stored;
  if (event.kind === "policy_enforcement" && psid === null) {
    const { action, reason } = event.note;
    recordPolicy(db, pageId, { action: action ?? "unknown", reason, atMs: received.timestampMs ?? receivedMs });
    changes.pages.add(pageId);
    return { outcome: "applied", ...NOTHING };
  }
  const { unsent, ...result } = applyEvent(db, received, { pageId, notificationId, receivedMs, appId, changes });
  if (unsent !== null) redactUnsent(db, stored.id, received, unsent);
  const { conversationId } = result;
  if (conversationId !== null) {
    recordOneTimeOptin(db, received, { pageId, conversationId, receivedMs, encryptionKeys, changes });
  }
  if (received.field === TEMPLATE_STATUS_FIELD) {
    forgetTemplates(pageId);
    changes.pages.add(pageId);
  }
  return result;
}

/** Of a Page's utility templates, one has another status now (Meta docs: message_template_status_update). */
const TEMPLATE_STATUS_FIELD = "message_template_status_update";

function toMid({ event }: ReceivedEvent): string | null {
  return "mid" in event ? event.mid : null;
}

function findPageId(db: Db, { object, entryId }: ReceivedEvent, { linkedPageIds }: InterpretContext): string | null {
  const key = `${object}:${entryId}`;
  const known = linkedPageIds.get(key);
  if (known !== undefined) return known;
  const pageId = findLinkedPageId(db, object, entryId);
  linkedPageIds.set(key, pageId);
  return pageId;
}
