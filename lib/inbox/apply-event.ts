import "server-only";
import type { Db } from "@/lib/db/db";
import type {
  DeliveryEvent,
  EchoEvent,
  MessageEvent,
  PostbackEvent,
  ReadEvent,
  ReceivedEvent,
} from "@/lib/messenger/messaging-event";
import { applyEcho } from "./apply-echo";
import { applyDelivery, applyRead } from "./apply-receipt";
import type { Changes } from "./changes";
import { insertMessage, type NewMessage } from "./message-queries";
import { recordActivity } from "./record-activity";
import { createThread, findThread, type ThreadState } from "./thread-queries";

export type Applied = {
  outcome: "applied" | "not_interpreted";
  error: null;
  messageId: number | null;
  conversationId: number | null;
};

export type Context = {
  pageId: string;
  notificationId: number;
  receivedMs: number;
  /** The app of this desk: tells our echoes from those of others. */
  appId: string;
  changes: Changes;
};

/**
 * Gives one event its effect on the inbox. Order of arrival is no matter: times are the platform's, watermarks only
 * move forward, and a receipt may come before its message. Call it once an event, inside a transaction.
 */
export function applyEvent(db: Db, received: ReceivedEvent, context: Context): Applied {
  const { event, psid } = received;
  if (psid === null) return { outcome: "not_interpreted", error: null, messageId: null, conversationId: null };
  const thread = findThread(db, context.pageId, psid) ?? newThread(db, received, psid, context);
  context.changes.conversations.add(thread.id);
  const messageId = applyToThread(db, thread, received, context);
  const isUnknown = event.kind === "unknown" || (messageId !== null && !isInterpreted(received));
  return { outcome: isUnknown ? "not_interpreted" : "applied", error: null, messageId, conversationId: thread.id };
}

function newThread(db: Db, { object }: ReceivedEvent, psid: string, { pageId, changes }: Context): ThreadState {
  changes.hasNewPeople = true;
  return createThread(db, pageId, object === "instagram" ? "instagram" : "messenger", psid);
}

type Interpreted = MessageEvent | EchoEvent | DeliveryEvent | ReadEvent | PostbackEvent;
const INTERPRETED: ReadonlySet<string> = new Set<Interpreted["kind"]>([
  "message",
  "echo",
  "delivery",
  "read",
  "postback",
]);

function isInterpreted({ channel, event }: ReceivedEvent): boolean {
  return channel === "messaging" && INTERPRETED.has(event.kind);
}

function applyToThread(db: Db, thread: ThreadState, received: ReceivedEvent, context: Context): number | null {
  const { event } = received;
  const sentMs = received.timestampMs ?? context.receivedMs;
  if (received.channel !== "messaging") return addPlaceholder(db, thread, received, sentMs, context);
  switch (event.kind) {
    case "message":
    case "postback":
      return addInbound(db, thread, toInbound(thread, received, event, sentMs, context), context);
    case "echo":
      return applyEcho(db, thread, event, { field: received.field, sentMs, context });
    case "delivery":
      applyDelivery(db, thread, event, context.changes);
      return null;
    case "read":
      applyRead(db, thread, event, context.changes);
      return null;
    default:
      return addPlaceholder(db, thread, received, sentMs, context);
  }
}

/** Written out field by field: this runs for every message, and spreading objects costs as much as a database look-up. */
function toInbound(
  thread: ThreadState,
  { field }: ReceivedEvent,
  event: MessageEvent | PostbackEvent,
  sentMs: number,
  context: Context,
): NewMessage {
  const message = event.kind === "message" ? event : null;
  const postback = event.kind === "postback" ? event : null;
  const attachments = message?.attachments ?? [];
  return {
    conversationId: thread.id,
    pageId: thread.pageId,
    mid: event.mid,
    direction: "in",
    author: "customer",
    kind: event.kind,
    field,
    text: message ? message.text : (postback?.title ?? null),
    attachments: attachments.length > 0 ? JSON.stringify(attachments) : null,
    payload: message ? message.quickReplyPayload : (postback?.payload ?? null),
    replyToMid: message?.replyToMid ?? null,
    sentMs,
    status: "received",
    notificationId: context.notificationId,
    clientId: null,
    sendKey: null,
    userId: null,
  };
}

function addInbound(db: Db, thread: ThreadState, message: NewMessage, { changes }: Context): number | null {
  const messageId = insertMessage(db, message);
  if (messageId === null) return null; // The same mid in another shape, such as the dashboard's test: shown once.
  changes.createdMessages.add(messageId);
  recordActivity(db, thread, message);
  return messageId;
}

/** Keeps the place of an event in its thread until it is interpreted: never an empty bubble, never a gap. */
function addPlaceholder(
  db: Db,
  thread: ThreadState,
  { field }: ReceivedEvent,
  sentMs: number,
  { notificationId, changes }: Context,
): number | null {
  const messageId = insertMessage(db, {
    conversationId: thread.id,
    pageId: thread.pageId,
    mid: null,
    direction: "in",
    author: "customer",
    kind: "placeholder",
    field,
    text: null,
    attachments: null,
    payload: null,
    replyToMid: null,
    sentMs,
    status: "received",
    notificationId,
    clientId: null,
    sendKey: null,
    userId: null,
  });
  if (messageId !== null) changes.createdMessages.add(messageId);
  return messageId;
}
