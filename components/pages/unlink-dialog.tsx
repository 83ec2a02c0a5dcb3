"use client";

import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Page } from "@/lib/api/schemas/pages";
import { useUnlinkPage } from "./use-unlink-page";

type UnlinkDialogProps = {
  page: Pick<Page, "id" | "name">;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function UnlinkDialog({ page, open, onOpenChange }: UnlinkDialogProps) {
  const t = useTranslations("pages.unlink");
  const unlink = useUnlinkPage(page);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { name: page.name })}
      description={t("body")}
      confirmLabel={t("confirm")}
      pending={unlink.isPending}
      onConfirm={() => unlink.mutate(undefined, { onSettled: () => onOpenChange(false) })}
    />
  );
}
