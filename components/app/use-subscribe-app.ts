"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { pagesQuery } from "@/components/pages/pages-query";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { SubscribeAppResult } from "@/lib/api/schemas/app";
import { appQuery } from "./app-query";

export type SubscribeAppInput = { object: "page" | "instagram"; fields: readonly string[] };

/** Points the app's webhook at this desk with these fields added, and says how Meta's handshake went. */
export function useSubscribeApp() {
  const t = useTranslations("app.subscribe");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: (input: SubscribeAppInput) =>
      fetchJson<SubscribeAppResult>("/api/app/subscriptions", { method: "PUT", json: input }),
    onSuccess: ({ app, handshakeError }) => {
      queryClient.setQueryData(appQuery.queryKey, app);
      if (handshakeError === null) toast.good(t("done"));
      else toast.bad(t("handshakeFailed"), { detail: handshakeError });
    },
    onError: (error) => toast.bad(t("failed"), { detail: errorText(error).detail }),
    // Every Page may be better off now.
    onSettled: () => queryClient.invalidateQueries({ queryKey: pagesQuery.queryKey }),
  });
}
