import "server-only";
import type { Db } from "@/lib/db/db";
import { hash53 } from "@/lib/db/hash53";
import type { ReceivedEvent } from "@/lib/messenger/messaging-event";
import { addLine } from "./add-line";
import { applyEcho } from "./apply-echo";
import { applyEdit } from "./apply-edit";
import { applyInbound } from "./apply-inbound";
import { applyNote } from "./apply-note";
import { applyReaction } from "./apply-reaction";
import { applyDelivery, applyRead } from "./apply-receipt";
import { applyUnsend } from "./apply-unsend";
import type { Changes } from "./changes";
import { noteStuck } from "./note-stuck";
import { createThread, findThread, type ThreadState } from "./thread-queries";

/**
 * An event brought, or took back, a message that is unsent: its content has to go from what is stored. `timesMs`: the
 * platform's times of the message and of its edits.
 */
export type Unsent = { mid: string; timesMs: number[] };

export type Applied = {
  outcome: "applied" | "recorded" | "not_recognised";
  error: null;
  messageId: number | null;
  conversationId: number | null;
  unsent: Unsent | null;
};

export type Context = {
  pageId: string;
  notificationId: number;
  receivedMs: number;
  /** The app of this desk: tells our echoes from those of others. */
  appId: string;
  changes: Changes;
};

/** Where and when something belongs into its thread. */
export type Place = {
  field: string;
  isStandby: boolean;
  sentMs: number;
  /** Decides among things of one millisecond; a hash of what they are. */
  tie: number;
};

/** What applying an event came to: the message it made or met, and whether that one is unsent. */
export type Effect = { messageId: number | null; unsent?: Unsent };

/** What opens no window and hands nothing over. */
const LEAVES_STUCK: ReadonlySet<ReceivedEvent["event"]["kind"]> = new Set([
  "echo",
  "delivery",
  "read",
  "edit",
  "unsend",
  "unknown",
]);

/**
 * Gives one event its effect on the inbox. Order of arrival is no matter: times are the platform's, watermarks only
 * move forward, and what belongs to a message may come before it. Call it once an event, inside a transaction.
 */
export function applyEvent(db: Db, received: ReceivedEvent, context: Context): Applied {
  const { event, psid } = received;
  if (psid === null) {
    const outcome = event.kind === "unknown" ? "not_recognised" : "recorded";
    return { outcome, error: null, messageId: null, conversationId: null, unsent: null };
  }
  const thread = findThread(db, context.pageId, psid) ?? newThread(db, received, psid, context);
  context.changes.conversations.add(thread.id);
  const { messageId, unsent } = applyToThread(db, thread, received, toPlace(received, context), context);
  if (!LEAVES_STUCK.has(event.kind)) noteStuck(db, thread.id, context.changes);
  const outcome = event.kind === "unknown" ? "not_recognised" : "applied";
  return { outcome, error: null, messageId, conversationId: thread.id, unsent: unsent ?? null };
}

function newThread(db: Db, { object }: ReceivedEvent, psid: string, { pageId, changes }: Context): ThreadState {
  changes.hasNewPeople = true;
  return createThread(db, pageId, object === "instagram" ? "instagram" : "messenger", psid);
}

function toPlace({ event, field, channel, key, timestampMs, entryTimeMs }: ReceivedEvent, context: Context): Place {
  const mid = event.kind === "message" || event.kind === "echo" || event.kind === "postback" ? event.mid : null;
  return {
    field,
    isStandby: channel === "standby",
    sentMs: timestampMs ?? entryTimeMs ?? context.receivedMs,
    tie: hash53(mid ?? key),
  };
}

function applyToThread(db: Db, thread: ThreadState, { event }: ReceivedEvent, place: Place, context: Context): Effect {
  switch (event.kind) {
    case "message":
    case "postback":
      return applyInbound(db, thread, event, place, context);
    case "echo":
      return applyEcho(db, thread, event, place, context);
    case "unsend":
      return applyUnsend(db, thread, event, place, context);
    case "edit":
      return applyEdit(db, thread, event, place, context);
    case "reaction":
      return applyReaction(db, thread, event, place, context);
    case "delivery":
      return applyDelivery(db, thread, event, context);
    case "read":
      return applyRead(db, thread, event, context);
    case "unknown":
    case "app_roles":
    case "change":
      return { messageId: addLine(db, thread, { kind: "placeholder", details: null }, place, context) };
    default:
      return applyNote(db, thread, event.note, place, context);
  }
}
