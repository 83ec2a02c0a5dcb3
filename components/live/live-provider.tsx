"use client";

import { notifyManager, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { fetchJson } from "@/components/fetch-json";
import { InboxLiveSync } from "@/components/inbox/inbox-live-sync";
import { batchUpdates } from "./batch-updates";
import { type LiveStatus, openLiveConnection } from "./live-connection";
import { LiveContext } from "./live-context";
import type { LiveEvent } from "./live-event";
import { UnreadTitle } from "./unread-title";

const WHO_AM_I = { queryKey: ["me"], queryFn: () => fetchJson<unknown>("/api/me"), retry: false, staleTime: 0 };

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
  const router = useRouter();
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
      if (!events.some((event) => event.name === "resync")) return;
      refetch();
      // Role and Pages may be others now: what is offered is made on the server.
      router.refresh();
    });
    const connection = openLiveConnection({
      openSource: () => new EventSource(`/api/stream?after=${firstAfter}`),
      onEvent: batch.push,
      onStatus: setStatus,
      onStale: refetch,
      // Whoever is not here any more is led to the door by what this answers.
      onRefused: () => void queryClient.fetchQuery(WHO_AM_I).catch(() => {}),
    });
    document.addEventListener("visibilitychange", batch.flush);
    window.addEventListener("online", connection.hurry);
    return () => {
      window.removeEventListener("online", connection.hurry);
      document.removeEventListener("visibilitychange", batch.flush);
      connection.close();
      batch.clear();
    };
  }, [queryClient, router, listeners, firstAfter]);

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
