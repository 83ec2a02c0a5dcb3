import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { describe, expect, test, vi } from "vitest";
import { pagesQuery } from "@/components/pages/pages-query";
import type { Conversation, ConversationList, MessageList } from "@/lib/api/schemas/inbox";
import type { Page } from "@/lib/api/schemas/pages";
import { listedConversations } from "./apply-conversation-event";
import { aConversation, aList, aMessage, aReply, aThread } from "./build-test-data";
import { conversationKey, conversationsQuery } from "./conversation-queries";
import { toInboxChanges } from "./inbox-changes";
import { startJournal } from "./inbox-journal";
import { messagesQuery } from "./messages-query";

const everything = conversationsQuery({ pageId: null, unread: false });
const unread = conversationsQuery({ pageId: null, unread: true });
const thread = messagesQuery("conversation-1");

function later<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function start() {
  const queryClient = new QueryClient();
  const journal = startJournal(queryClient);
  return {
    queryClient,
    journal,
    rows: (options: typeof everything) => listedConversations(queryClient.getQueryData(options.queryKey) ?? aList([])),
    messageIds: () =>
      queryClient.getQueryData(thread.queryKey)?.pages.flatMap(({ messages }) => messages.map(({ id }) => id)),
  };
}

describe("changes of the inbox", () => {
  test("reach every list by its own filter, the conversation, its thread and the Pages", () => {
    const { queryClient, journal, rows } = start();
    const before = aConversation({ unreadCount: 1 });
    const after = aConversation({ unreadCount: 0 });
    queryClient.setQueryData(everything.queryKey, aList([[before]]));
    queryClient.setQueryData(unread.queryKey, aList([[]]));
    queryClient.setQueryData<Conversation>(conversationKey(before.id), before);
    queryClient.setQueryData(thread.queryKey, aThread([[aMessage({ id: "a" })]], { firstUnreadMessageId: "a" }));
    queryClient.setQueryData(pagesQuery.queryKey, [{ id: "page-1", unreadConversations: 1 } as Page]);

    journal.apply([{ kind: "conversation", conversation: after }]);

    expect(rows(everything)).toEqual([after]);
    expect(rows(unread)).toEqual([]);
    expect(queryClient.getQueryData(conversationKey(before.id))).toEqual(after);
    expect(queryClient.getQueryData(thread.queryKey)?.pages[0]?.firstUnreadMessageId).toBeNull();
    expect(queryClient.getQueryData(pagesQuery.queryKey)?.[0]?.unreadConversations).toBe(0);
  });

  test("come from the stream in order, and what is not about the inbox is left out", () => {
    const message = aReply();
    const conversation = aConversation();
    expect(
      toInboxChanges([
        { name: "message.updated", data: { pageId: "1", conversationId: "1", messageId: "1", message } },
        { name: "page.updated", data: { pageId: "1" } },
        { name: "conversation.updated", data: { pageId: "1", conversationId: "1", conversation } },
      ]),
    ).toEqual([
      { kind: "message", message },
      { kind: "conversation", conversation },
    ]);
  });

  test("write a query once for a whole batch", () => {
    const { queryClient, journal, messageIds } = start();
    queryClient.setQueryData(thread.queryKey, aThread([[]]));
    const seen = vi.fn();
    queryClient.getQueryCache().subscribe((event) => event.type === "updated" && seen());
    journal.apply([1, 2, 3].map((n) => ({ kind: "message", message: aMessage({ id: `${n}`, sentAt: n }) }) as const));
    expect(messageIds()).toEqual(["3", "2", "1"]);
    expect(seen).toHaveBeenCalledTimes(1);
  });

  test("are not lost under an answer that was written before them", async () => {
    const { queryClient, journal, rows } = start();
    const answer = later<ConversationList>();
    const fetching = queryClient.fetchInfiniteQuery({ ...everything, queryFn: () => answer.promise });
    journal.apply([{ kind: "conversation", conversation: aConversation({ id: "new", lastActivityAt: 9_000 }) }]);
    answer.resolve({ conversations: [aConversation({ id: "old" })], nextCursor: null });
    await fetching;
    expect(rows(everything).map(({ id }) => id)).toEqual(["new", "old"]);
  });

  test("are not lost under an answer that was asked for before the journal was begun", async () => {
    const queryClient = new QueryClient();
    const answer = later<ConversationList>();
    const fetching = queryClient.fetchInfiniteQuery({ ...everything, queryFn: () => answer.promise });
    startJournal(queryClient).apply([{ kind: "conversation", conversation: aConversation({ id: "first" }) }]);
    answer.resolve({ conversations: [], nextCursor: null });
    await fetching;
    expect(listedConversations(queryClient.getQueryData(everything.queryKey) ?? aList([]))).toHaveLength(1);
  });

  test("are not lost while an older page is loaded", async () => {
    const { queryClient, journal, messageIds } = start();
    queryClient.setQueryData(thread.queryKey, aThread([[aMessage({ id: "b", sentAt: 20 })]], { isComplete: false }));
    const older = later<MessageList>();
    const observer = new InfiniteQueryObserver(queryClient, { ...thread, queryFn: () => older.promise });
    const stop = observer.subscribe(() => {});
    const loading = observer.fetchNextPage();
    journal.apply([{ kind: "message", message: aMessage({ id: "c", sentAt: 30 }) }]);
    older.resolve({ messages: [aMessage({ id: "a", sentAt: 10 })], nextCursor: null, firstUnreadMessageId: null });
    await loading;
    stop();
    expect(messageIds()).toEqual(["c", "b", "a"]);
  });
});
