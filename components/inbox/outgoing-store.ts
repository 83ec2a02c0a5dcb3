import { toShown } from "./compose/to-shown";
import type { OutgoingMessage } from "./merge-optimistic";

const KEY = "pagedesk.outgoing.";
const NONE: readonly OutgoingMessage[] = [];

/** The part of `localStorage` that is used here. */
export type OutgoingStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * Replies that the server has not confirmed yet, per conversation, oldest first. They outlive a reload: what was under
 * way then comes back as failed, and sending it again under the same `clientId` cannot send it twice.
 */
export function createOutgoingStore(
  storage: () => OutgoingStorage,
  interruptedProblem: OutgoingMessage["problem"] = null,
) {
  const byConversation = new Map<string, readonly OutgoingMessage[]>();
  const listeners = new Set<() => void>();

  function read(conversationId: string): readonly OutgoingMessage[] {
    const known = byConversation.get(conversationId);
    if (known) return known;
    const restored = parse(load(conversationId)).map((message) => ({
      ...message,
      state: "failed" as const,
      problem: message.problem ?? interruptedProblem,
    }));
    byConversation.set(conversationId, restored.length > 0 ? restored : NONE);
    return byConversation.get(conversationId) ?? NONE;
  }

  // A browser may refuse to store (private mode, full): then a reload forgets, and nothing else breaks.
  function load(conversationId: string): string | null {
    try {
      return storage().getItem(KEY + conversationId);
    } catch {
      return null;
    }
  }
  function save(conversationId: string, messages: readonly OutgoingMessage[]) {
    try {
      if (messages.length === 0) storage().removeItem(KEY + conversationId);
      else storage().setItem(KEY + conversationId, JSON.stringify(messages));
    } catch {
      // See above.
    }
  }

  function write(conversationId: string, messages: readonly OutgoingMessage[]) {
    byConversation.set(conversationId, messages.length > 0 ? messages : NONE);
    save(conversationId, messages);
    for (const listener of listeners) listener();
  }

  return {
    read,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Adds a reply, or replaces the one with its `clientId`. */
    put(message: OutgoingMessage) {
      const others = read(message.conversationId);
      const at = others.findIndex(({ clientId }) => clientId === message.clientId);
      write(message.conversationId, at === -1 ? [...others, message] : others.with(at, message));
    },
    remove(conversationId: string, clientIds: readonly string[]) {
      const known = read(conversationId);
      const left = known.filter(({ clientId }) => !clientIds.includes(clientId));
      if (left.length !== known.length) write(conversationId, left);
    },
  };
}

function parse(stored: string | null): OutgoingMessage[] {
  if (stored === null) return [];
  try {
    const value: unknown = JSON.parse(stored);
    return Array.isArray(value) ? value.filter(isOutgoing).map(withContent) : [];
  } catch {
    return [];
  }
}

/** Before there was anything but text, it was stored alone. */
type StoredOutgoing = Omit<OutgoingMessage, "content" | "shown"> & Partial<Pick<OutgoingMessage, "content" | "shown">>;

function withContent(stored: StoredOutgoing): OutgoingMessage {
  const content = stored.content ?? { text: stored.text };
  return { ...stored, content, shown: stored.shown ?? toShown(content) };
}

function isOutgoing(value: unknown): value is StoredOutgoing {
  const message = value as Partial<StoredOutgoing> | null;
  return (
    typeof message === "object" &&
    message !== null &&
    typeof message.clientId === "string" &&
    typeof message.conversationId === "string" &&
    typeof message.text === "string" &&
    typeof message.createdAt === "number"
  );
}

/** Of this tab. */
export const outgoingStore = createOutgoingStore(() => window.localStorage);
