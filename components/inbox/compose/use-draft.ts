"use client";

import { useSyncExternalStore } from "react";
import { type Draft, draftStore, NO_DRAFT } from "../draft-store";

/** What is being written in a conversation. */
export function useDraft(conversationId: string): Draft {
  return useSyncExternalStore(
    draftStore.subscribe,
    () => draftStore.readDraft(conversationId),
    () => NO_DRAFT,
  );
}
