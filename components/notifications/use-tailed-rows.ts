"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLiveEvent } from "@/components/live/live-context";
import type { NotificationSummary } from "@/lib/api/schemas/notifications";
import type { NotificationFilters } from "./notification-filters";
import { startListAnew, tailQuery } from "./notifications-query";
import { useThrottled } from "./use-throttled";

const LOOK_EVERY_MS = 400;
/** What waits for its turn gets it within moments: look again without being told. What waits for its Page does not. */
const LOOK_AGAIN_MS = 2000;
/** A tail that runs all day would fill the memory of the browser. */
const MOST_ROWS = 3000;

/** More than this is said as "99+". */
export const MOST_COUNTED = 99;

/**
 * The loaded rows, kept up to date. New ones come on top, unless `isHeld`: then they wait until `showNew`, or until it
 * is let go.
 */
export function useTailedRows(loaded: readonly NotificationSummary[], filters: NotificationFilters, isHeld: boolean) {
  const queryClient = useQueryClient();
  const hasPending = loaded.slice(0, 20).some(({ outcome, applyMs }) => outcome === "pending" && applyMs === null);
  const tail = useQuery({
    ...tailQuery(queryClient, filters),
    refetchInterval: hasPending ? LOOK_AGAIN_MS : false,
  });
  // A look that is under way is not begun again, else a busy desk would never finish one.
  const look = useThrottled(() => void tail.refetch({ cancelRefetch: false }), LOOK_EVERY_MS);
  useLiveEvent("notification.received", look);

  // The first row that may be seen; what stands above it waits.
  const [topId, setTopId] = useState<string | null>(null);
  const topIndex = topId === null ? -1 : loaded.findIndex(({ id }) => id === topId);
  if (isHeld && topIndex === -1 && loaded[0]) setTopId(loaded[0].id);
  if (!isHeld && topId !== null) setTopId(null);
  const waiting = Math.max(0, topIndex);

  const isBehind = tail.data?.isBehind ?? false;
  const mustStartAnew = !isHeld && (isBehind || loaded.length > MOST_ROWS);
  useEffect(() => {
    if (mustStartAnew) void startListAnew(queryClient, filters);
  }, [mustStartAnew, queryClient, filters]);

  return {
    rows: waiting === 0 ? loaded : loaded.slice(waiting),
    /** How many new rows wait, counted no further than just above `MOST_COUNTED`. */
    waiting: isBehind && isHeld ? MOST_COUNTED + 1 : Math.min(waiting, MOST_COUNTED + 1),
    async showNew() {
      if (isBehind) await startListAnew(queryClient, filters);
      setTopId(null);
    },
  };
}
