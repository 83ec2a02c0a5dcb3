import type { Message } from "@/lib/api/schemas/inbox";
import type { SendContent } from "./compose/send-content";
import type { Shown } from "./compose/to-shown";

/** A reply on its way from this browser to our server. Once the server has it, it is a message like any other. */
export interface OutgoingMessage {
  clientId: string;
  conversationId: string;
  content: SendContent;
  /** What can be read of it; empty for a file. */
  text: string;
  shown: Shown;
  /** Unix ms, by this browser's clock. */
  createdAt: number;
  /** `sentAt` of the newest message that was there when this one was written; null when there was none. */
  afterSentAt: number | null;
  state: "sending" | "failed";
  /** Why it did not reach the server, in words; null while it is under way. */
  problem: { title: string; detail: string } | null;
}

/** A message in the thread: one the server knows, or one that is still only ours. */
export interface ThreadItem {
  /** The same for the whole life of a bubble. */
  key: string;
  message: Message;
  outgoing: OutgoingMessage | null;
}

/**
 * The messages of a thread, oldest first, with those that are still on their way at the end. One bubble a message: an
 * outgoing one gives way as soon as the server's record with its `clientId` is there. An echo can come before that and
 * without a `clientId`; a reply of this desk with the same text that appeared meanwhile is then taken to be it.
 */
export function mergeOptimistic(messages: readonly Message[], outgoing: readonly OutgoingMessage[]): ThreadItem[] {
  const arrived = new Set(messages.flatMap((message) => message.clientId ?? []));
  const waiting = outgoing.filter(({ clientId }) => !arrived.has(clientId));
  const claimedBy = new Map<Message, OutgoingMessage>();
  for (const mine of waiting) {
    const echo = messages.find((message) => !claimedBy.has(message) && couldBeEchoOf(message, mine));
    if (echo) claimedBy.set(echo, mine);
  }

  const known = messages.map((message) => ({
    key: message.clientId ?? claimedBy.get(message)?.clientId ?? message.id,
    message,
    outgoing: null,
  }));
  const claimed = new Set(claimedBy.values());
  const ours = waiting
    .filter((mine) => !claimed.has(mine))
    .map((mine) => ({ key: mine.clientId, message: toMessage(mine), outgoing: mine }));
  return [...known, ...ours];
}

function couldBeEchoOf(message: Message, mine: OutgoingMessage): boolean {
  return (
    message.direction === "out" &&
    message.author === "desk" &&
    message.clientId === null &&
    (message.text ?? "") === mine.text &&
    message.attachments.length === mine.shown.attachments.length &&
    message.attachments.every(({ type }, index) => type === mine.shown.attachments[index]?.type) &&
    (mine.afterSentAt === null || message.sentAt > mine.afterSentAt)
  );
}

function toMessage(mine: OutgoingMessage): Message {
  return {
    id: mine.clientId,
    conversationId: mine.conversationId,
    mid: null,
    clientId: mine.clientId,
    direction: "out",
    author: "desk",
    authorName: null,
    kind: "message",
    note: null,
    field: null,
    text: mine.shown.text,
    attachments: mine.shown.attachments,
    payload: null,
    replyToMid: mine.content.replyToMid ?? null,
    quoted: mine.shown.quoted,
    isStoryReply: false,
    isUnsupported: false,
    referral: null,
    reaction: null,
    earlierTexts: [],
    ownReaction: null,
    quickReplies: mine.shown.quickReplies,
    way: null,
    appId: null,
    unsentAt: null,
    isStandby: false,
    sentAt: mine.createdAt,
    tie: 0,
    status: mine.state === "failed" ? "failed" : "sending",
    error: null,
    retry: null,
    notificationId: null,
  };
}
