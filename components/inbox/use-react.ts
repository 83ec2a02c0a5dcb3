"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Message } from "@/lib/api/schemas/inbox";
import { inboxJournal } from "./inbox-journal";

/** Reacts to a message in the Page's name, or takes that back (null). Shown when Meta has taken it; refused, it is told. */
export function useReact(messageId: string) {
  const t = useTranslations("reactions");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: (emoji: string | null) => {
      const path = `/api/messages/${encodeURIComponent(messageId)}/reaction`;
      return emoji === null
        ? fetchJson<{ message: Message }>(path, { method: "DELETE" })
        : fetchJson<{ message: Message }>(path, { method: "PUT", json: { emoji } });
    },
    onSuccess: ({ message }) => inboxJournal(queryClient).apply([{ kind: "message", message }]),
    onError: (error) => toast.bad(t("failed"), { detail: errorText(error).detail }),
  });
}
