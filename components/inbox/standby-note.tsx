"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "use-intl";

/** Above the composer while another app answers. @param owner as it stands inside a sentence */
export function StandbyNote({ owner }: { owner: string }) {
  const t = useTranslations("inbox.standby");
  return (
    <p role="note" className="flex shrink-0 items-start gap-2 border-t bg-hover px-4 py-2 text-soft max-md:px-3">
      <Eye aria-hidden="true" className="mt-0.5" />
      <span>{t("note", { owner })}</span>
    </p>
  );
}
