"use client";

import { notifyManager, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { InboxLiveSync } from "@/components/inbox/inbox-live-sync";
import { batchUpdates } from "./batch-updates";
import { type LiveStatus, openLiveConnection } from "./live-connection";
import { LiveContext } from "./live-context";
import type { LiveEvent } from "./live-event";
import { UnreadTitle } from "./unread-title";

type LiveProviderProps = {
  /** Number of the last live event when the page was made. */
  startsAfter: number;
  children: ReactNode;
};

/**
 * One event stream for everything under it. Events reach listeners in batches; `resync`, a new
 * connection and polling all mean the same to the screens: every query in use is fetched again.
 */
export function LiveProvider({ startsAfter, children }: LiveProviderProps) {
  const queryClient = useQueryClient();
  // Of the first rendering: what happened since then is what this page may lack.
  const [firstAfter] = useState(startsAfter);
  const [status, setStatus] = useState<LiveStatus>("connecting");
  const [listeners] = useState(() => new Set<(events: LiveEvent[]) => void>());

  useEffect(() => {
    const refetch = () => void queryClient.invalidateQueries();
    const batch = batchUpdates<LiveEvent>((events) => {
      notifyManager.batch(() => {
        for (const listener of listeners) listener(events);
      });
      if (events.some((event) => event.name === "resync")) refetch();
    });
    const connection = openLiveConnection({
      openSource: () => new EventSource(`/api/stream?after=${firstAfter}`),
      onEvent: batch.push,
      onStatus: setStatus,
      onStale: refetch,
    });
    document.addEventListener("visibilitychange", batch.flush);
    window.addEventListener("online", connection.hurry);
    return () => {
      window.removeEventListener("online", connection.hurry);
      document.removeEventListener("visibilitychange", batch.flush);
      connection.close();
      batch.clear();
    };
  }, [queryClient, listeners, firstAfter]);

  const feed = useMemo(
    () => ({
      status,
      subscribe: (listener: (events: LiveEvent[]) => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    }),
    [status, listeners],
  );

  return (
    <LiveContext value={feed}>
      <InboxLiveSync />
      <UnreadTitle />
      {children}
    </LiveContext>
  );
}
