"use client";

import { useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { type FieldStatus, findField } from "@/lib/messenger/field-catalogue";

const tones: Record<Exclude<FieldStatus, "core">, BadgeTone> = {
  new: "accent",
  beta: "accent",
  undocumented: "neutral",
  partner: "neutral",
  retired: "warn",
};

/** How Meta stands to a field, as a word; nothing for the many that simply work. */
export function FieldStatusBadge({ status }: { status: FieldStatus }) {
  const t = useTranslations("fields.status");
  return status === "core" ? null : <Badge tone={tones[status]}>{t(status)}</Badge>;
}

/** What a field needs, and what it is called on Instagram, in a line. */
export function FieldNeeds({ field }: { field: string }) {
  const t = useTranslations("fields.facts");
  const known = findField(field);
  if (!known) return null;
  return (
    <span className="text-xs text-soft">
      {t("needs", { permission: known.permission })} ·{" "}
      {known.instagram === null ? t("noInstagram") : t("instagram", { name: known.instagram })}
    </span>
  );
}

/** All there is to know of a field, for a small space. */
export function FieldFacts({ field, isOffForApp }: { field: string; isOffForApp: boolean }) {
  const t = useTranslations("fields.facts");
  const known = findField(field);
  return (
    <span className="flex max-w-72 flex-col gap-1 pb-1">
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-mono font-medium text-ink">{field}</span>
        {known && <FieldStatusBadge status={known.status} />}
      </span>
      <span className="text-sm text-ink">{known ? known.brings : t("unknown")}</span>
      {known?.note && <span>{known.note}</span>}
      {known?.sideEffect && <span className="font-medium text-warn">{known.sideEffect}</span>}
      {isOffForApp && <span className="font-medium text-warn">{t("offForApp")}</span>}
      <FieldNeeds field={field} />
    </span>
  );
}
