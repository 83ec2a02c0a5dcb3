"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLiveBatch } from "@/components/live/live-context";
import type { ThreadData } from "./apply-message-event";
import { toInboxChanges } from "./inbox-changes";
import { inboxJournal } from "./inbox-journal";
import { THREADS } from "./messages-query";
import { useForgetLostDrafts } from "./use-forget-lost-drafts";

function hasFailed(data: unknown): boolean {
  const thread = data as ThreadData | undefined;
  return thread?.pages.some(({ messages }) => messages.some(({ error }) => error !== null)) ?? false;
}

/** Writes what the stream says into the cached inbox, whichever screen is open. */
export function InboxLiveSync() {
  const queryClient = useQueryClient();
  useForgetLostDrafts();
  useLiveBatch((events) => {
    inboxJournal(queryClient).apply(toInboxChanges(events));
    // Whether what failed can be sent again hangs on its Page, too.
    if (events.some(({ name }) => name === "page.updated")) {
      void queryClient.invalidateQueries({ queryKey: THREADS, predicate: ({ state }) => hasFailed(state.data) });
    }
  });
  return null;
}
