"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Message } from "@/lib/api/schemas/inbox";

/** What somebody who looked says became of an unconfirmed message; how it shows then comes with the stream. */
export function useSettleMessage(message: Message) {
  const t = useTranslations("errors.inThread");
  const errorText = useErrorText();
  return useMutation({
    mutationFn: (outcome: "sent" | "not_sent") =>
      fetchJson<unknown>(`/api/messages/${encodeURIComponent(message.id)}/settle`, {
        method: "POST",
        json: { outcome },
      }),
    onSuccess: (_, outcome) => toast.good(t(outcome === "sent" ? "settled" : "settledNotSent")),
    onError: (error) => {
      const { title, detail } = errorText(error);
      toast.bad(title, { detail });
    },
  });
}
