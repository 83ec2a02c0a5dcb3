"use client";

import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { ShownOnce } from "@/components/ui/shown-once";
import { formatExactTime } from "@/lib/i18n/format-time";

type LinkDialogProps = {
  title: string;
  description: string;
  /** What kind of link it is. */
  label: string;
  link: string;
  /** Unix ms. */
  expiresAt: number;
  onClose: () => void;
};

/** A link that is shown this once. */
export function LinkDialog({ title, description, label, link, expiresAt, onClose }: LinkDialogProps) {
  const t = useTranslations("team.invite");
  const locale = useLocale();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t("done")}</Button>
          <CopyButton text={link} label={t("copy")} variant="primary" />
        </>
      }
    >
      <ShownOnce label={label} description={t("until", { time: formatExactTime(expiresAt, locale) })} value={link} />
    </Dialog>
  );
}
