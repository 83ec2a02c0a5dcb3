"use client";

import { useTranslations } from "use-intl";
import { CellMark } from "./cell-mark";

const SHOWN = ["on", "off", "differs_off", "to_on", "to_off"] as const;

/** What the shapes of the matrix mean, and how the keyboard gets around. */
export function Legend() {
  const t = useTranslations("fields.legend");
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-soft">
      {SHOWN.map((state) => (
        <span key={state} className="flex items-center gap-1.5">
          <CellMark state={state} />
          {t(state)}
        </span>
      ))}
      <span className="ml-auto">{t("keys")}</span>
    </div>
  );
}
