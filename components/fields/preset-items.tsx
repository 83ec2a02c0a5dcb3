"use client";

import { useTranslations } from "use-intl";
import { MenuItem } from "@/components/ui/menu";
import { FIELD_PRESETS } from "@/lib/messenger/field-presets";

/** Whole sets to choose from, each with what it is for. */
export function PresetItems({ onChoose }: { onChoose: (fields: readonly string[]) => void }) {
  const t = useTranslations("fields.presets");
  return FIELD_PRESETS.map(({ id, fields }) => (
    <MenuItem key={id} onClick={() => onChoose(fields)}>
      <span className="max-w-72">
        <span className="font-medium">{t(`${id}.title`)}</span>
        <span className="block text-xs text-soft">{t(`${id}.body`, { count: fields.length })}</span>
      </span>
    </MenuItem>
  ));
}
