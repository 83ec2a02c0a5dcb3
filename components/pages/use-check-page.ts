"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Page } from "@/lib/api/schemas/pages";
import { writePage } from "./write-page";

/** Has the server look at this Page's token, permissions and fields at Meta now, and says what it found. */
export function useCheckPage(page: Pick<Page, "id" | "name">) {
  const t = useTranslations("pages.actions");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: () => postCheck(page.id),
    onSuccess: (checked) => {
      writePage(queryClient, checked);
      const count = checked.problems.length;
      if (count === 0) toast.good(t("checkedHealthy", { name: checked.name }));
      else toast.bad(t("checkedProblems", { name: checked.name, count }));
    },
    onError: (error) => toast.bad(t("checkFailed", { name: page.name }), { detail: errorText(error).detail }),
  });
}

export function postCheck(pageId: string): Promise<Page> {
  return fetchJson<Page>(`/api/pages/${encodeURIComponent(pageId)}/check`, { method: "POST" });
}
