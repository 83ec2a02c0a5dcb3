"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLiveBatch } from "@/components/live/live-context";
import { toInboxChanges } from "./inbox-changes";
import { inboxJournal } from "./inbox-journal";

/** Writes what the stream says into the cached inbox, whichever screen is open. */
export function InboxLiveSync() {
  const queryClient = useQueryClient();
  useLiveBatch((events) => inboxJournal(queryClient).apply(toInboxChanges(events)));
  return null;
}
