"use client";

import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Page } from "@/lib/api/schemas/pages";
import { pageQuery, pagesQuery } from "../pages-query";
import { putFields } from "../use-set-fields";
import { writePage } from "../write-page";
import { withField } from "./with-field";

type Toggle = { field: string; isOn: boolean };

/**
 * Switches one field of a Page. The switch moves at once and moves back when Meta refuses. Changes of one Page run one
 * after the other, each with all fields as wanted by then, so quick clicks cannot undo each other.
 */
export function useToggleField(page: Page) {
  const t = useTranslations("pages.fields");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationKey: ["toggle-field", page.id],
    scope: { id: `fields-${page.id}` },
    onMutate: async ({ field, isOn }: Toggle) => {
      await queryClient.cancelQueries({ queryKey: pagesQuery.queryKey });
      updatePage(queryClient, page.id, (known) => ({
        ...known,
        desiredFields: withField(known.desiredFields, field, isOn),
      }));
    },
    mutationFn: () => putFields(page.id, currentPage(queryClient, page).desiredFields),
    onSuccess: ({ actual }, { field, isOn }) => {
      updatePage(queryClient, page.id, (known) => ({ ...known, actualFields: actual }));
      if (actual.includes(field) !== isOn) toast.bad(t("needsCheck"), { detail: t("needsCheckDetail", { field }) });
    },
    onError: (error, { field, isOn }) => {
      updatePage(queryClient, page.id, (known) => ({
        ...known,
        desiredFields: withField(known.desiredFields, field, !isOn),
      }));
      toast.bad(t("changeFailed", { field }), { detail: errorText(error).detail });
    },
    onSettled: () => {
      // Only after the last of several: an answer from before it would move its switch back for a moment.
      if (queryClient.isMutating({ mutationKey: ["toggle-field", page.id] }) === 1) {
        void queryClient.invalidateQueries({ queryKey: pagesQuery.queryKey });
      }
    },
  });
}

function currentPage(queryClient: QueryClient, page: Page): Page {
  return queryClient.getQueryData(pageQuery(page.id).queryKey) ?? page;
}

function updatePage(queryClient: QueryClient, pageId: string, update: (page: Page) => Page) {
  const known = queryClient.getQueryData(pageQuery(pageId).queryKey);
  if (known) writePage(queryClient, update(known));
}
