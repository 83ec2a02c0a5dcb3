"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { AppInfo } from "@/lib/api/schemas/app";
import { appQuery } from "./app-query";

/** Has the server look at the app at Meta, and at its own public address, now. */
export function useCheckApp() {
  const t = useTranslations("app");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: () => fetchJson<AppInfo>("/api/app/check", { method: "POST" }),
    onSuccess: (app) => queryClient.setQueryData(appQuery.queryKey, app),
    onError: (error) => toast.bad(t("checkFailed"), { detail: errorText(error).detail }),
  });
}
