"use client";

import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Asks once before a message goes out again that may have arrived. */
export function SendAgainDialog({ onConfirm, onClose }: { onConfirm: () => void; onClose: () => void }) {
  const t = useTranslations("errors.unsure");
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("body")}
      confirmLabel={t("confirm")}
      onConfirm={() => {
        onClose();
        onConfirm();
      }}
    />
  );
}
