import { notifyManager, type QueryClient } from "@tanstack/react-query";
import type { LiveEvent } from "@/components/live/live-event";
import type { Conversation, Message } from "@/lib/api/schemas/inbox";
import { applyConversationEvent } from "./apply-conversation-event";
import { applyMessageEvent, clearUnread, type ThreadData, upsertMessage } from "./apply-message-event";
import { changeUnreadConversations } from "./change-unread-conversations";
import { cachedLists, conversationKey, findCached } from "./conversation-queries";
import { mergeSendAnswer } from "./merge-message";
import { messagesQuery } from "./messages-query";

/** Something that is known without asking the server again, and how it changes what is cached. */
export type InboxChange =
  | { kind: "message"; message: Message }
  | { kind: "answer"; message: Message }
  | { kind: "conversation"; conversation: Conversation };

/** What a batch of the stream changes in the inbox, in order. */
export function toInboxChanges(events: readonly LiveEvent[]): InboxChange[] {
  const changes: InboxChange[] = [];
  for (const event of events) {
    if (event.name === "message.created" || event.name === "message.updated") {
      changes.push({ kind: "message", message: event.data.message });
    } else if (event.name === "conversation.updated") {
      changes.push({ kind: "conversation", conversation: event.data.conversation });
    }
  }
  return changes;
}

/** Writes changes into every cached query they touch: each query once, however many changes there are. */
export function applyToCache(queryClient: QueryClient, changes: readonly InboxChange[]): void {
  notifyManager.batch(() => {
    applyMessages(queryClient, changes);
    applyConversations(queryClient, changes);
  });
}

function applyMessages(queryClient: QueryClient, changes: readonly InboxChange[]) {
  const byConversation = new Map<string, Exclude<InboxChange, { kind: "conversation" }>[]>();
  for (const change of changes) {
    if (change.kind === "conversation") continue;
    const { conversationId } = change.message;
    byConversation.set(conversationId, [...(byConversation.get(conversationId) ?? []), change]);
  }
  for (const [conversationId, threadChanges] of byConversation) {
    queryClient.setQueryData<ThreadData>(
      messagesQuery(conversationId).queryKey,
      (thread) => thread && threadChanges.reduce(applyToThread, thread),
    );
  }
}

function applyToThread(thread: ThreadData, change: Exclude<InboxChange, { kind: "conversation" }>) {
  return change.kind === "answer"
    ? upsertMessage(thread, change.message, mergeSendAnswer)
    : applyMessageEvent(thread, change.message);
}

function applyConversations(queryClient: QueryClient, changes: readonly InboxChange[]) {
  const latest = new Map<string, Conversation>();
  for (const change of changes) {
    if (change.kind === "conversation") latest.set(change.conversation.id, change.conversation);
  }
  if (latest.size === 0) return;

  changeUnreadConversations(queryClient, (id) => findCached(queryClient, id), [...latest.values()]);
  for (const conversation of latest.values()) {
    queryClient.setQueryData<Conversation>(conversationKey(conversation.id), (known) => known && conversation);
    if (conversation.unreadCount === 0) {
      queryClient.setQueryData<ThreadData>(
        messagesQuery(conversation.id).queryKey,
        (thread) => thread && clearUnread(thread),
      );
    }
  }
  for (const { queryKey, filter, data } of cachedLists(queryClient)) {
    if (!data) continue;
    const changed = [...latest.values()].reduce((list, each) => applyConversationEvent(list, filter, each), data);
    if (changed !== data) queryClient.setQueryData(queryKey, changed);
  }
}
