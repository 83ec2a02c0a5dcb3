"use client";

import { CircleCheck, SearchX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useErrorFilters } from "./use-error-filters";

/** Nothing to show, and why. */
export function NoErrors() {
  const t = useTranslations("errors.empty");
  const { isNarrowed, status, set, clear } = useErrorFilters();
  if (isNarrowed || (status !== "all" && status !== "open")) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("filteredTitle")}
        action={<Button onClick={clear}>{t("filteredAction")}</Button>}
      >
        {t("filteredBody")}
      </EmptyState>
    );
  }
  if (status === "all") {
    return (
      <EmptyState icon={<CircleCheck />} title={t("allTitle")}>
        {t("allBody")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<CircleCheck />}
      title={t("openTitle")}
      action={<Button onClick={() => set({ status: "all" })}>{t("openAction")}</Button>}
    >
      {t("openBody")}
    </EmptyState>
  );
}
