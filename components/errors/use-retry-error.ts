"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import { ERRORS_KEY } from "./errors-query";

/** Sends the message of a delivery error again; the server refuses with a reason when that cannot work now. */
export function useRetryError(deliveryErrorId: string) {
  const t = useTranslations("errors");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: () =>
      fetchJson<unknown>(`/api/delivery-errors/${encodeURIComponent(deliveryErrorId)}/retry`, { method: "POST" }),
    onSuccess: () => toast.good(t("retryStarted")),
    onError: (error) => toast.bad(t("retryRefused"), { detail: errorText(error).detail }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ERRORS_KEY }),
  });
}
