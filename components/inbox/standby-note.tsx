"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "use-intl";

/** Above the composer while another app answers, for who could not answer anyway. */
export function StandbyNote({ owner }: { owner: string }) {
  const t = useTranslations("thread");
  return (
    <p role="note" className="flex shrink-0 items-start gap-2 border-t bg-hover px-4 py-2 text-soft max-md:px-3">
      <Eye aria-hidden="true" className="mt-0.5 shrink-0" />
      <span>{t("standby.note", { owner })}</span>
    </p>
  );
}
