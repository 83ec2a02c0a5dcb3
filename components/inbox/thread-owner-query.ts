import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { ThreadOwner } from "@/lib/api/schemas/outgoing";

/** Who has the thread, asked of Facebook each time somebody wants to know. */
export const threadOwnerQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ["thread-owner", conversationId],
    queryFn: ({ signal }) =>
      fetchJson<ThreadOwner>(`/api/conversations/${encodeURIComponent(conversationId)}/thread-owner`, { signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** Other apps that the thread can be handed to. */
export const threadReceiversQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ["thread-receivers", conversationId],
    queryFn: async ({ signal }) => {
      const path = `/api/conversations/${encodeURIComponent(conversationId)}/thread-receivers`;
      return (await fetchJson<{ receivers: { appId: string; name: string }[] }>(path, { signal })).receivers;
    },
    staleTime: 60_000,
    retry: false,
  });
