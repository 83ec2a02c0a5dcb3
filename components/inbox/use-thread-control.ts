"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { ThreadControlInput } from "@/lib/api/schemas/outgoing";
import { applyToCache } from "./inbox-changes";
import { useThreadRefusal } from "./use-thread-refusal";

/** Takes a thread, asks for it, hands it over or lets it go. What came of it shows at once; a refusal is explained. */
export function useThreadControl(conversationId: string) {
  const t = useTranslations("thread");
  const toastRefused = useThreadRefusal();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: ThreadControlInput) =>
      fetchJson<{ conversation: Conversation }>(
        `/api/conversations/${encodeURIComponent(conversationId)}/thread-control`,
        { method: "POST", json: input },
      ),
    onSuccess: ({ conversation }, { action }) => {
      applyToCache(queryClient, [{ kind: "conversation", conversation }]);
      if (action === "request" && conversation.isStandby) {
        toast.good(t("request.done"), { detail: t("request.doneDetail") });
      }
    },
    onError: (error, { action }) => toastRefused(action, error),
  });
}
