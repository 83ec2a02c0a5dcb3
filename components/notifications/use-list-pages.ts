"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { NotificationFilters } from "./notification-filters";
import { notificationsQuery } from "./notifications-query";
import { listedNotifications } from "./with-tail";

const ROWS_AT_A_TIME = 50;

/**
 * The rows of a list that is as long as it is looked at. A rare filter is looked for in steps, and a step may bring
 * nothing: it goes on by itself until there is a screenful, until nothing is left, or until told to stop.
 */
export function useListPages(filters: NotificationFilters) {
  const query = useInfiniteQuery(notificationsQuery(filters));
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  const rows = useMemo(() => (data ? listedNotifications(data) : []), [data]);
  const [wanted, setWanted] = useState(ROWS_AT_A_TIME);
  const [isStopped, setStopped] = useState(false);
  const isShort = hasNextPage && rows.length < wanted;
  const shouldFetch = isShort && !isFetching && !isFetchNextPageError && !isStopped;
  useEffect(() => {
    if (shouldFetch) void fetchNextPage();
  }, [shouldFetch, fetchNextPage]);

  const pages = data?.pages ?? [];
  const lastPage = pages.at(-1);
  return {
    ...query,
    rows,
    /** A page less than full with more to come: the server looks for something rare. */
    isLooking: isShort && pages.length > 0 && (lastPage?.notifications.length ?? 0) < ROWS_AT_A_TIME,
    isStopped,
    /** The last word of the search begins too many: it was looked for as a whole. */
    isTooCommon: pages.some((page) => page.isTooCommon === true),
    /** Back to when it has looked so far (Unix ms), as far as that is known. */
    reachedAt: lastPage?.reachedAt ?? rows.at(-1)?.receivedAt ?? null,
    stop: () => setStopped(true),
    goOn() {
      setStopped(false);
      if (isFetchNextPageError) void fetchNextPage();
    },
    /** The reader is near the end of what is loaded. */
    wantMore: useCallback((loaded: number) => setWanted((before) => Math.max(before, loaded + ROWS_AT_A_TIME)), []),
  };
}
