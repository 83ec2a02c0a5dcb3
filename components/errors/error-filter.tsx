"use client";

import { useTranslations } from "use-intl";
import { Select } from "@/components/ui/select";
import { useShowAll } from "./use-show-all";

export function ErrorFilter() {
  const t = useTranslations("errors");
  const [showAll, setShowAll] = useShowAll();
  return (
    <Select<"open" | "all">
      label={t("filter")}
      value={showAll ? "all" : "open"}
      onValueChange={(value) => void setShowAll(value === "all" ? true : null)}
      items={[
        { value: "open", label: t("filterOpen") },
        { value: "all", label: t("filterAll") },
      ]}
    />
  );
}
