"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Page } from "@/lib/api/schemas/pages";
import { pagesQuery } from "./pages-query";

/** Ends the link with a Page; its history stays. */
export function useUnlinkPage(page: Pick<Page, "id" | "name">) {
  const t = useTranslations("pages.unlink");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: () => fetchJson<void>(`/api/pages/${encodeURIComponent(page.id)}`, { method: "DELETE" }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: pagesQuery.queryKey });
      toast.good(t("done", { name: page.name }));
    },
    onError: (error) => toast.bad(t("failed", { name: page.name }), { detail: errorText(error).detail }),
  });
}
