import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { ApiError, fetchJson, withParams } from "@/components/fetch-json";
import type { Conversation, ConversationList } from "@/lib/api/schemas/inbox";
import {
  type ConversationFilter,
  type ConversationListData,
  listedConversations,
  matchesFilter,
} from "./apply-conversation-event";

/** Under this live every list of conversations, one per filter. */
export const CONVERSATION_LISTS = ["conversations", "list"] as const;

/** Conversations of a filter, newest first, page by page. */
export const conversationsQuery = (filter: ConversationFilter) =>
  infiniteQueryOptions({
    queryKey: [...CONVERSATION_LISTS, filter] as const,
    queryFn: ({ pageParam, signal }) =>
      fetchJson<ConversationList>(
        withParams("/api/conversations", {
          pageId: filter.pageId,
          unread: filter.unread ? true : null,
          cursor: pageParam,
        }),
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // The stream keeps lists current; whoever loses the stream asks again by himself.
    staleTime: 60_000,
  });

/** One conversation; known at once when some list has it. */
export const conversationQuery = (queryClient: QueryClient, conversationId: string) =>
  queryOptions({
    queryKey: conversationKey(conversationId),
    queryFn: async ({ signal }) => {
      const path = `/api/conversations/${encodeURIComponent(conversationId)}`;
      const { conversation } = await fetchJson<{ conversation: Conversation }>(path, { signal });
      return conversation;
    },
    placeholderData: () => findListed(queryClient, conversationId),
    staleTime: 60_000,
  });

/** Never there, or erased while it was open: what the cache still has of it is not to be shown. */
export function isGone(error: Error | null): boolean {
  return error instanceof ApiError && error.status === 404;
}

export const conversationKey = (conversationId: string) => ["conversations", "detail", conversationId] as const;

/** The lists in the cache, each with the filter it was loaded for. */
export function cachedLists(queryClient: QueryClient) {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: CONVERSATION_LISTS })
    .map(({ queryKey }) => ({
      queryKey,
      filter: queryKey[2] as ConversationFilter,
      data: queryClient.getQueryData<ConversationListData>(queryKey),
    }));
}

/** What the cache knows of a conversation, from wherever. */
export function findCached(queryClient: QueryClient, conversationId: string): Conversation | undefined {
  return (
    queryClient.getQueryData<Conversation>(conversationKey(conversationId)) ?? findListed(queryClient, conversationId)
  );
}

function findListed(queryClient: QueryClient, conversationId: string): Conversation | undefined {
  for (const { data } of cachedLists(queryClient)) {
    const found = data && listedConversations(data).find(({ id }) => id === conversationId);
    if (found) return found;
  }
  return undefined;
}

/** Rows that are loaded already and match `filter`, to show while its own list is on its way. */
export function findListedFor(queryClient: QueryClient, filter: ConversationFilter): ConversationListData | undefined {
  const wider = cachedLists(queryClient).find(
    (list) =>
      list.data !== undefined &&
      (list.filter.pageId === null || list.filter.pageId === filter.pageId) &&
      (!list.filter.unread || filter.unread),
  );
  if (!wider?.data) return undefined;
  const conversations = listedConversations(wider.data).filter((each) => matchesFilter(each, filter));
  // Nothing of it loaded does not mean that there is nothing.
  if (conversations.length === 0) return undefined;
  return { pages: [{ conversations, nextCursor: null }], pageParams: [null] };
}
