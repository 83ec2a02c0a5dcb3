"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Page, SetFieldsResult } from "@/lib/api/schemas/pages";
import { pagesQuery } from "../pages-query";

type TakeOffDialogProps = {
  page: Pick<Page, "id" | "name">;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Switching the last field off is more than a field: nothing of the Page arrives any more. Asked for in words. */
export function TakeOffDialog({ page, open, onOpenChange }: TakeOffDialogProps) {
  const t = useTranslations("fields.page");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const takeOff = useMutation({
    mutationFn: () =>
      fetchJson<SetFieldsResult>(`/api/pages/${encodeURIComponent(page.id)}/fields`, { method: "DELETE" }),
    onSuccess: () => toast.good(t("takeOffDone", { name: page.name })),
    onError: (error) => toast.bad(t("takeOffFailed", { name: page.name }), { detail: errorText(error).detail }),
    onSettled: () => {
      onOpenChange(false);
      return queryClient.invalidateQueries({ queryKey: pagesQuery.queryKey });
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("takeOffTitle", { name: page.name })}
      description={t("takeOffBody")}
      confirmLabel={t("takeOff")}
      pending={takeOff.isPending}
      onConfirm={() => takeOff.mutate()}
    />
  );
}
