"use client";

import { useTranslations } from "use-intl";
import type { AuditEntry } from "@/lib/api/schemas/people";
import { DETAIL_NAMES } from "./detail-names";
import { toDetailLines } from "./to-detail-lines";
import { useValueText } from "./use-value-text";

/** What it was and what it is, in words where we have them. */
export function AuditDetail({ detail }: Pick<AuditEntry, "detail">) {
  const t = useTranslations("audit");
  const valueText = useValueText();
  const lines = toDetailLines(detail);
  if (lines.length === 0) return null;
  return (
    <dl className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-xs">
      {lines.map(({ name, value, ...rest }) => {
        const known = DETAIL_NAMES.find((each) => each === name);
        return (
          <div key={name} className="flex min-w-0 gap-1.5">
            <dt className="shrink-0 text-soft">{known ? t(`detail.${known}`) : name}</dt>
            <dd className="min-w-0 break-words">
              {"before" in rest && (
                <>
                  <del className="text-soft">
                    <span className="sr-only">{t("before")} </span>
                    {valueText(name, rest.before)}
                  </del>
                  <span aria-hidden="true"> → </span>
                  <span className="sr-only"> {t("now")} </span>
                </>
              )}
              {valueText(name, value)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
