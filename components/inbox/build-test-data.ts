import type { Conversation, Message } from "@/lib/api/schemas/inbox";
import type { ConversationListData } from "./apply-conversation-event";
import type { ThreadData } from "./apply-message-event";
import type { OutgoingMessage } from "./merge-optimistic";

/** Plain valid things for the tests beside this file; a test overrides only what it is about. */
export function aMessage(overrides: Partial<Message> = {}): Message {
  return {
    id: "message-1",
    conversationId: "conversation-1",
    mid: null,
    clientId: null,
    direction: "in",
    author: "customer",
    authorName: null,
    kind: "message",
    note: null,
    field: "messages",
    text: "Hi",
    attachments: [],
    payload: null,
    replyToMid: null,
    quoted: null,
    isStoryReply: false,
    isUnsupported: false,
    referral: null,
    reaction: null,
    ownReaction: null,
    quickReplies: [],
    way: null,
    appId: null,
    earlierTexts: [],
    unsentAt: null,
    isStandby: false,
    sentAt: 1_000,
    tie: 0,
    status: "received",
    error: null,
    retry: null,
    notificationId: null,
    ...overrides,
  };
}

export function aReply(overrides: Partial<Message> = {}): Message {
  return aMessage({ direction: "out", author: "desk", field: null, status: "queued", text: "Hello", ...overrides });
}

export function aConversation(overrides: Partial<Conversation> = {}): Conversation {
  return {
    id: "conversation-1",
    pageId: "page-1",
    psid: "7000000000000001",
    channel: "messenger",
    displayName: "Ana Lima",
    pictureUrl: null,
    preview: "Hi",
    previewKind: "text",
    previewDirection: "in",
    hasFailed: false,
    unreadCount: 0,
    lastActivityAt: 1_000,
    status: "open",
    window: { isOpen: true, closesAt: 86_401_000 },
    isStandby: false,
    owner: null,
    lastInboundAt: 1_000,
    lastAdAt: null,
    oneTimeTokens: 0,
    ...overrides,
  };
}

export function anOutgoing(overrides: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    clientId: "client-1",
    conversationId: "conversation-1",
    content: { text: "Hello" },
    text: "Hello",
    shown: { text: "Hello", attachments: [], quickReplies: [], quoted: null },
    createdAt: 5_000,
    afterSentAt: 1_000,
    state: "sending",
    problem: null,
    ...overrides,
  };
}

/** A thread of pages given newest first, each newest first; more older pages follow unless `isComplete`. */
export function aThread(pages: Message[][], { isComplete = true, firstUnreadMessageId = null as string | null } = {}) {
  return {
    pages: pages.map((messages, index) => ({
      messages,
      nextCursor: isComplete && index === pages.length - 1 ? null : `cursor-${index}`,
      firstUnreadMessageId: index === 0 ? firstUnreadMessageId : null,
    })),
    pageParams: pages.map(() => null),
  } satisfies ThreadData;
}

export function aList(pages: Conversation[][], { isComplete = true } = {}) {
  return {
    pages: pages.map((conversations, index) => ({
      conversations,
      nextCursor: isComplete && index === pages.length - 1 ? null : `cursor-${index}`,
    })),
    pageParams: pages.map(() => null),
  } satisfies ConversationListData;
}
