"use client";

import { useTranslations } from "use-intl";
import { Combobox } from "@/components/ui/combobox";
import { FIELDS } from "@/lib/messenger/field-catalogue";
import { INSTAGRAM_FIELD_OF_KIND } from "@/lib/messenger/messaging-event";

const ANY = "any";
const NAMES = [...new Set([...FIELDS.map(({ name }) => name), ...Object.values(INSTAGRAM_FIELD_OF_KIND)])];

type FieldFilterProps = { value: string | null; onValueChange: (value: string | null) => void };

/** The webhook field, by Meta's name. One that is in the address already is offered even when it is not known. */
export function FieldFilter({ value, onValueChange }: FieldFilterProps) {
  const t = useTranslations("notifications.filters");
  const names = value === null || NAMES.includes(value) ? NAMES : [value, ...NAMES];
  return (
    <Combobox
      label={t("field")}
      items={[{ value: ANY, label: t("anyField") }, ...names.map((name) => ({ value: name, label: name }))]}
      value={value ?? ANY}
      onValueChange={(next) => onValueChange(next === ANY ? null : next)}
      searchPlaceholder={t("findField")}
      emptyText={t("noField")}
      className="max-w-56"
    />
  );
}
