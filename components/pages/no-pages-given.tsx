"use client";

import { PanelsTopLeft } from "lucide-react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/components/ui/empty-state";

/** For somebody who is to see some Pages only, while there is none: connecting would not help them. */
export function NoPagesGiven() {
  const t = useTranslations("team.noPages");
  return (
    <EmptyState icon={<PanelsTopLeft />} title={t("title")}>
      {t("body")}
    </EmptyState>
  );
}
