"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type NotificationFilters, type Span, spans } from "./notification-filters";
import { fromLocalInput, toLocalInput } from "./to-local-input";

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

type TimeInputProps = {
  label: string;
  value: number | null;
  error?: string | null;
  onChange: (value: number | null) => void;
};

function TimeInput({ label, value, error, onChange }: TimeInputProps) {
  return (
    <Field
      label={label}
      error={error}
      className="flex-row flex-wrap items-center max-md:w-full [&_label]:w-8 [&_label]:text-soft"
    >
      <Input
        type="datetime-local"
        value={value === null ? "" : toLocalInput(value)}
        onValueChange={(text) => onChange(fromLocalInput(text))}
        className="w-50 max-md:w-auto max-md:flex-1"
      />
    </Field>
  );
}
