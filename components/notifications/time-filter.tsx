"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Select } from "@/components/ui/select";
import { TimeInput } from "@/components/ui/time-input";
import { type NotificationFilters, type Span, spans } from "./notification-filters";

type TimeFilterProps = {
  filters: Pick<NotificationFilters, "within" | "from" | "to">;
  onChange: (changes: Pick<NotificationFilters, "within" | "from" | "to">) => void;
};

/** When it came in: in the last hour, or between two times. */
export function TimeFilter({ filters: { within, from, to }, onChange }: TimeFilterProps) {
  const t = useTranslations("notifications.filters");
  const [isChoosing, setChoosing] = useState(false);
  const isBetween = from !== null || to !== null || (isChoosing && within === null);
  return (
    <>
      <Select<Span | "any" | "between">
        label={t("time")}
        value={isBetween ? "between" : (within ?? "any")}
        onValueChange={(value) => {
          setChoosing(value === "between");
          if (value === "between") onChange({ within: null, from, to });
          else onChange({ within: value === "any" ? null : value, from: null, to: null });
        }}
        items={[
          { value: "any", label: t("anyTime") },
          ...spans.map((span) => ({ value: span, label: t(`spans.${span}`) })),
          { value: "between", label: t("between") },
        ]}
      />
      {isBetween && (
        <>
          <TimeInput label={t("from")} value={from} onChange={(value) => onChange({ within: null, from: value, to })} />
          <TimeInput
            label={t("to")}
            value={to}
            error={from !== null && to !== null && from >= to ? t("backwards") : null}
            onChange={(value) => onChange({ within: null, from, to: value })}
          />
        </>
      )}
    </>
  );
}
