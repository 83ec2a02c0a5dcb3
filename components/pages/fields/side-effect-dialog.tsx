"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { findField } from "@/lib/messenger/field-catalogue";

type SideEffectDialogProps = {
  /** The field that is about to be switched on; null: none. */
  field: string | null;
  onClose: () => void;
  onConfirm: (field: string) => void;
};

/** What customers would notice of a field, before it is switched on. */
export function SideEffectDialog({ field, onClose, onConfirm }: SideEffectDialogProps) {
  const t = useTranslations("fields.page");
  const ui = useTranslations("ui");
  return (
    <Dialog
      open={field !== null}
      onOpenChange={onClose}
      title={t("confirmTitle", { field: field ?? "" })}
      description={field && findField(field)?.sideEffect}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            variant="primary"
            onClick={() => {
              if (field) onConfirm(field);
              onClose();
            }}
          >
            {t("confirm")}
          </Button>
        </>
      }
    />
  );
}
