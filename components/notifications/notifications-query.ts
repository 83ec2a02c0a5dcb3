import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { fetchJson, withParams } from "@/components/fetch-json";
import type { NotificationDetail, NotificationList, NotificationOutcome } from "@/lib/api/schemas/notifications";

export type NotificationFilters = { pageId: string | null; outcome: NotificationOutcome | null };

/** Newest first, a page of the list at a time. */
export const notificationsQuery = (filters: NotificationFilters) =>
  infiniteQueryOptions({
    queryKey: ["notifications", filters],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<NotificationList>(withParams("/api/notifications", { ...filters, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.notifications),
  });

/** One notification with its bytes and what became of them. */
export const notificationQuery = (notificationId: string) =>
  queryOptions({
    queryKey: ["notification", notificationId],
    queryFn: ({ signal }) =>
      fetchJson<NotificationDetail>(`/api/notifications/${encodeURIComponent(notificationId)}`, { signal }),
  });
