import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetchJson, withParams } from "@/components/fetch-json";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { OneTimeNotification, OneTimeTopic } from "@/lib/api/schemas/outgoing";

type OneTimeList = { notifications: OneTimeNotification[]; nextCursor: string | null };

type OfPerson = Pick<Conversation, "id" | "oneTimeTokens" | "lastActivityAt">;

/** What one person was asked for and agreed to. It changes only with something in their thread, or what is left to use. */
export const oneTimeOfPersonQuery = ({ id, oneTimeTokens, lastActivityAt }: OfPerson) =>
  queryOptions({
    queryKey: ["one-time", id, oneTimeTokens, lastActivityAt],
    queryFn: async ({ signal }) =>
      (
        await fetchJson<OneTimeList>(`/api/conversations/${encodeURIComponent(id)}/one-time?limit=200`, {
          signal,
        })
      ).notifications,
    placeholderData: keepPreviousData,
  });

/** Topics of a Page. Under `pages`, so that they are renewed with it. */
export const oneTimeTopicsQuery = (pageId: string) =>
  queryOptions({
    queryKey: ["pages", pageId, "one-time-topics"],
    queryFn: async ({ signal }) =>
      (
        await fetchJson<{ topics: OneTimeTopic[] }>(`/api/pages/${encodeURIComponent(pageId)}/one-time-topics`, {
          signal,
        })
      ).topics,
  });

/** People of one topic of a Page, a part of the list at a time. */
export const oneTimeOfTopicQuery = (pageId: string, topic: string, state: OneTimeNotification["state"]) =>
  infiniteQueryOptions({
    queryKey: ["pages", pageId, "one-time", topic, state],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<OneTimeList>(
        // Not by `withParams`, which leaves out the empty topic.
        `${withParams(`/api/pages/${encodeURIComponent(pageId)}/one-time`, { state, limit: 50, cursor: pageParam })}&topic=${encodeURIComponent(topic)}`,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.notifications),
  });
