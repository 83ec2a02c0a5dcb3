"use client";

import { useEffect } from "react";
import { ApiError, fetchJson } from "@/components/fetch-json";
import { useLiveBatch } from "@/components/live/live-context";
import { draftStore } from "./draft-store";

/**
 * Drafts are kept on this device alone, so it has to see for itself that a conversation is gone (its person was erased,
 * perhaps while the browser was closed) or is not to be seen any more: what was being written to them goes too.
 */
export function useForgetLostDrafts(): void {
  useEffect(() => void forgetLostDrafts(), []);
  useLiveBatch((events) => {
    if (events.some(({ name }) => name === "resync")) void forgetLostDrafts();
  });
}

async function forgetLostDrafts(): Promise<void> {
  for (const conversationId of draftStore.listStored()) {
    if (await isLost(conversationId)) draftStore.clear(conversationId);
  }
}

async function isLost(conversationId: string): Promise<boolean> {
  try {
    await fetchJson(`/api/conversations/${encodeURIComponent(conversationId)}`);
    return false;
  } catch (error) {
    // Anything else may pass.
    return error instanceof ApiError && error.status === 404;
  }
}
