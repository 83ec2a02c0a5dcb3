"use client";

import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type ErasePersonDialogProps = {
  name: string;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Says what goes, before it does. Loaded when it is first asked for. */
export default function ErasePersonDialog({ name, pending, onConfirm, onClose }: ErasePersonDialogProps) {
  const t = useTranslations("privacy.erase");
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("title", { name })}
      description={t("body")}
      confirmLabel={t("confirm")}
      pending={pending}
      onConfirm={onConfirm}
    />
  );
}
