"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Message } from "@/lib/api/schemas/inbox";
import type { CancelMessageResult } from "@/lib/api/schemas/outgoing";
import { REPLY_FIELD_ID } from "./compose/reply-field-id";
import { draftStore } from "./draft-store";
import { withTakenBack } from "./with-taken-back";

/** Takes back a message that waits. What was written in it goes back to where it was written. */
export function useCancelMessage(message: Message) {
  const t = useTranslations("errors.inThread");
  const errorText = useErrorText();
  return useMutation({
    mutationFn: () =>
      fetchJson<CancelMessageResult>(`/api/messages/${encodeURIComponent(message.id)}/cancel`, { method: "POST" }),
    onSuccess: ({ written }) => {
      if (written === null) return toast.good(t("cancelled"), { detail: t("cancelledKept") });
      const { conversationId, quoted } = message;
      const draft = draftStore.readDraft(conversationId);
      draftStore.change(conversationId, withTakenBack(draft, written, quoted));
      // The button that was pressed goes with its message.
      document.getElementById(REPLY_FIELD_ID)?.focus();
      toast.good(t("cancelled"), written.text === "" ? {} : { detail: t("cancelledBack") });
    },
    onError: (error) => {
      const { title, detail } = errorText(error);
      toast.bad(title, { detail });
    },
  });
}
