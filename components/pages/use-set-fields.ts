"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Page, SetFieldsResult } from "@/lib/api/schemas/pages";
import { pagesQuery } from "./pages-query";

/** Asks Meta once more for exactly these fields of a Page, and shows the Page as it is afterwards. */
export function useSetFields(page: Pick<Page, "id" | "name">) {
  const t = useTranslations("pages.actions");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: (fields: string[]) => putFields(page.id, fields),
    onSettled: () => queryClient.invalidateQueries({ queryKey: pagesQuery.queryKey }),
    onError: (error) => toast.bad(t("resubscribeFailed", { name: page.name }), { detail: errorText(error).detail }),
  });
}

export function putFields(pageId: string, fields: string[]): Promise<SetFieldsResult> {
  return fetchJson<SetFieldsResult>(`/api/pages/${encodeURIComponent(pageId)}/fields`, {
    method: "PUT",
    json: { fields },
  });
}
