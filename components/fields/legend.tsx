"use client";

import { useTranslations } from "use-intl";
import { CellMark } from "./cell-mark";

const KNOWN = ["on", "off", "differs_off"] as const;
const STAGED = ["to_on", "to_off"] as const;

/** What the shapes of the matrix mean, and how the keyboard gets around. */
export function Legend({ mayChange }: { mayChange: boolean }) {
  const t = useTranslations("fields.legend");
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-soft">
      {[...KNOWN, ...(mayChange ? STAGED : [])].map((state) => (
        <span key={state} className="flex items-center gap-1.5">
          <CellMark state={state} />
          {t(state)}
        </span>
      ))}
      <span className="ml-auto">{t(mayChange ? "keys" : "keysReadOnly")}</span>
    </div>
  );
}
