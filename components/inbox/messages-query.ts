import { infiniteQueryOptions } from "@tanstack/react-query";
import { fetchJson, withParams } from "@/components/fetch-json";
import type { MessageList } from "@/lib/api/schemas/inbox";

/** Under this live the threads. */
export const THREADS = ["conversations", "messages"] as const;

/** The thread of a conversation, newest first, page by page backwards. */
export const messagesQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: [...THREADS, conversationId] as const,
    queryFn: ({ pageParam, signal }) =>
      fetchJson<MessageList>(
        withParams(`/api/conversations/${encodeURIComponent(conversationId)}/messages`, { cursor: pageParam }),
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 60_000,
  });
