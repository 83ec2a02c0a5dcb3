"use client";

import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { RetentionSettings } from "@/lib/api/schemas/retention";
import type { RetentionKind } from "./retention-choices";
import { useAgeText } from "./use-age-text";

type RetentionDialogProps = {
  settings: RetentionSettings;
  shortened: readonly RetentionKind[];
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Says what is deleted when things are kept for less long. Loaded when it is first asked for. */
export default function RetentionDialog({ settings, shortened, pending, onConfirm, onClose }: RetentionDialogProps) {
  const t = useTranslations("settings.retention.confirm");
  const age = useAgeText();
  const line = (kind: RetentionKind) =>
    kind === "mediaDays" && settings.mediaDays === 0 ? t("allMedia") : t(kind, { age: age(settings[kind]) });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("title")}
      description={[t("intro"), ...shortened.map((kind) => `• ${line(kind)}`)].map((text) => (
        <span key={text} className="block">
          {text}
        </span>
      ))}
      confirmLabel={t("button")}
      pending={pending}
      onConfirm={onConfirm}
    />
  );
}
