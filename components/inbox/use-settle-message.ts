"use client";

import { useMutation } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Message } from "@/lib/api/schemas/inbox";

/** What a person decides about a message on its way; what becomes of it comes with the stream. */
export function useSettleMessage(message: Message, doneText: string, action: "cancel" | "settle") {
  const errorText = useErrorText();
  const body = action === "settle" ? { json: { outcome: "sent" } } : {};
  return useMutation({
    mutationFn: () =>
      fetchJson<unknown>(`/api/messages/${encodeURIComponent(message.id)}/${action}`, { method: "POST", ...body }),
    onSuccess: () => toast.good(doneText),
    onError: (error) => {
      const { title, detail } = errorText(error);
      toast.bad(title, { detail });
    },
  });
}
