import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { fetchJson, withParams } from "@/components/fetch-json";
import type { NotificationDetail, NotificationList, NotificationSummary } from "@/lib/api/schemas/notifications";
import { type NotificationFilters, toListParams } from "./notification-filters";
import { listedNotifications, tailStart, withTail } from "./with-tail";

const PAGE_LIMIT = 50;
const TAIL_LIMIT = 200;
/** More pages than this of new rows are not put on top one by one: the list starts anew. */
const TAIL_PAGES = 5;

function fetchPage(
  filters: NotificationFilters,
  params: { cursor?: string | null; from?: number; limit: number },
  signal?: AbortSignal,
) {
  const path = withParams("/api/notifications", { ...toListParams(filters, Date.now()), ...params });
  return fetchJson<NotificationList>(path, { signal });
}

/**
 * Newest first, a page of the list at a time. What is loaded stays: only `tailQuery` changes it, so a thousand loaded
 * rows are not asked for again whenever a connection comes back.
 */
export const notificationsQuery = (filters: NotificationFilters) =>
  infiniteQueryOptions({
    queryKey: ["notifications", filters],
    queryFn: ({ pageParam, signal }) => fetchPage(filters, { cursor: pageParam, limit: PAGE_LIMIT }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: "static",
  });

/**
 * Looks for what is new and puts it on top of the list that is loaded. Answers whether more is new than can be put
 * there: then the list has to start anew (`startListAnew`).
 */
export const tailQuery = (queryClient: QueryClient, filters: NotificationFilters) =>
  queryOptions({
    queryKey: ["notifications-tail", filters],
    queryFn: async ({ signal }) => {
      const { queryKey } = notificationsQuery(filters);
      const list = queryClient.getQueryData(queryKey);
      if (!list) return { isBehind: false };
      const tail = await fetchTail(filters, tailStart(listedNotifications(list)), signal);
      if (tail === null) return { isBehind: true };
      queryClient.setQueryData(queryKey, (current) => current && withTail(current, tail));
      return { isBehind: false };
    },
    staleTime: 0,
    gcTime: 0,
  });

/** Everything received from `startMs` on; null when that is too much. */
async function fetchTail(filters: NotificationFilters, startMs: number | null, signal: AbortSignal) {
  if (startMs === null) {
    const { notifications } = await fetchPage(filters, { limit: PAGE_LIMIT }, signal);
    return notifications.length === PAGE_LIMIT ? null : notifications;
  }
  const found: NotificationSummary[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < TAIL_PAGES; page += 1) {
    const part: NotificationList = await fetchPage(filters, { cursor, from: startMs, limit: TAIL_LIMIT }, signal);
    found.push(...part.notifications);
    cursor = part.nextCursor;
    if (cursor === null) return found;
  }
  return null;
}

/** Replaces what is loaded of the list by its newest rows. */
export async function startListAnew(queryClient: QueryClient, filters: NotificationFilters): Promise<void> {
  const newest = await fetchPage(filters, { limit: PAGE_LIMIT });
  queryClient.setQueryData(notificationsQuery(filters).queryKey, { pages: [newest], pageParams: [null] });
  queryClient.setQueryData(tailQuery(queryClient, filters).queryKey, { isBehind: false });
}

/** Lists that are not on screen are loaded anew when they are next: a replay may have changed any of their rows. */
export function forgetHiddenLists(queryClient: QueryClient): void {
  queryClient.removeQueries({ queryKey: ["notifications"], type: "inactive" });
}

/** One notification with its bytes and what became of them. */
export const notificationQuery = (notificationId: string) =>
  queryOptions({
    queryKey: ["notification", notificationId],
    queryFn: ({ signal }) =>
      fetchJson<NotificationDetail>(`/api/notifications/${encodeURIComponent(notificationId)}`, { signal }),
  });
