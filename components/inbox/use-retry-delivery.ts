"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Message } from "@/lib/api/schemas/inbox";
import type { ThreadData } from "./apply-message-event";
import { messagesQuery } from "./messages-query";

/** Sends a message that Meta refused once more. What becomes of it comes with the stream. */
export function useRetryDelivery(message: Message) {
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const deliveryErrorId = message.error?.deliveryErrorId ?? "";
  return useMutation({
    mutationFn: () =>
      fetchJson<unknown>(`/api/delivery-errors/${encodeURIComponent(deliveryErrorId)}/retry`, { method: "POST" }),
    onSuccess: () =>
      queryClient.setQueryData<ThreadData>(
        messagesQuery(message.conversationId).queryKey,
        (thread) => thread && queueAgain(thread, deliveryErrorId),
      ),
    onError: (error) => {
      const { title, detail } = errorText(error);
      toast.bad(title, { detail });
    },
  });
}

/** Only while it still shows the error that was retried: the stream may already know how it went. */
function queueAgain(thread: ThreadData, deliveryErrorId: string): ThreadData {
  return {
    ...thread,
    pages: thread.pages.map((page) => ({
      ...page,
      messages: page.messages.map((message) =>
        message.error?.deliveryErrorId === deliveryErrorId
          ? { ...message, status: "queued" as const, error: null }
          : message,
      ),
    })),
  };
}
