"use client";

import { createContext, useContext, useEffect, useEffectEvent } from "react";
import type { StreamEventData, StreamEventName } from "@/lib/api/schemas/stream";
import type { LiveStatus } from "./live-connection";
import type { LiveEvent } from "./live-event";

export interface LiveFeed {
  status: LiveStatus;
  /** Calls back with every batch (in order); returns what ends it. */
  subscribe: (listener: (events: LiveEvent[]) => void) => () => void;
}

export const LiveContext = createContext<LiveFeed>({ status: "connecting", subscribe: () => () => {} });

/** Whether what is on screen is kept up to date, and how. */
export function useLiveStatus(): LiveStatus {
  return useContext(LiveContext).status;
}

/** Hears every batch of events while mounted. For writing caches; screens want `useLiveEvent`. */
export function useLiveBatch(listener: (events: LiveEvent[]) => void) {
  const { subscribe } = useContext(LiveContext);
  const onBatch = useEffectEvent(listener);
  useEffect(() => subscribe((events) => onBatch(events)), [subscribe]);
}

/** Calls `handler` for every event of this name while mounted, always the handler of the latest render. */
export function useLiveEvent<Name extends StreamEventName>(
  name: Name,
  handler: (data: StreamEventData<Name>) => void,
): void {
  useLiveBatch((events) => {
    for (const event of events) {
      if (event.name === name) handler(event.data as StreamEventData<Name>);
    }
  });
}
