"use client";

import { useTranslations } from "use-intl";
import { Select } from "@/components/ui/select";
import type { NotificationOutcome } from "@/lib/api/schemas/notifications";
import { outcomes } from "./outcome-badge";
import { useNotificationFilters } from "./use-notification-filters";

export function OutcomeFilter() {
  const t = useTranslations("notifications");
  const { filters, setOutcome } = useNotificationFilters();
  return (
    <Select<NotificationOutcome | "any">
      label={t("filters.outcome")}
      value={filters.outcome ?? "any"}
      onValueChange={(value) => void setOutcome(value === "any" ? null : value)}
      items={[
        { value: "any", label: t("filters.any") },
        ...outcomes.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) })),
      ]}
    />
  );
}
