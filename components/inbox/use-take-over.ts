"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { conversationKey } from "./conversation-queries";
import { useThreadRefusal } from "./use-thread-refusal";

/** Takes the conversation over from the app that holds it, then goes on with `onTaken`. */
export function useTakeOver(conversationId: string, onTaken: () => void) {
  const queryClient = useQueryClient();
  const toastRefused = useThreadRefusal();
  return useMutation({
    mutationFn: () =>
      fetchJson<{ conversation: Conversation }>(
        `/api/conversations/${encodeURIComponent(conversationId)}/thread-control`,
        { method: "POST", json: { action: "take" } },
      ),
    onSuccess: ({ conversation }) => {
      queryClient.setQueryData(conversationKey(conversationId), conversation);
      onTaken();
    },
    onError: (error) => toastRefused("take", error),
  });
}
