"use client";

import { CircleCheck, Link2, type LucideIcon, RotateCw, SlidersHorizontal, TriangleAlert, Unlink } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import type { PageHistoryEntry } from "@/lib/api/schemas/pages";

const looks: Record<PageHistoryEntry["kind"], { icon: LucideIcon; tone: string }> = {
  linked: { icon: Link2, tone: "text-soft" },
  reconnected: { icon: RotateCw, tone: "text-soft" },
  unlinked: { icon: Unlink, tone: "text-soft" },
  fields_changed: { icon: SlidersHorizontal, tone: "text-soft" },
  problem_began: { icon: TriangleAlert, tone: "text-bad" },
  problem_ended: { icon: CircleCheck, tone: "text-good" },
};

/** One thing that happened to a Page, as a sentence. */
export function HistoryLine({ entry }: { entry: PageHistoryEntry }) {
  const { icon: Icon, tone } = looks[entry.kind];
  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden="true" className={cn("mt-0.5 shrink-0", tone)} />
      <p className="min-w-0 flex-1 break-words">
        <Sentence entry={entry} />
      </p>
      <RelativeTime at={entry.at} className="shrink-0 text-xs text-soft" />
    </li>
  );
}

function Sentence({ entry: { kind, title, code, added, removed, userName } }: { entry: PageHistoryEntry }) {
  const t = useTranslations("health.history");
  const problem = title ?? code ?? "";
  switch (kind) {
    case "problem_began":
      return t("began", { problem });
    case "problem_ended":
      return t("ended", { problem });
    case "fields_changed":
      return (
        <>
          {userName === null ? t("fieldsChanged") : t("fieldsChangedBy", { name: userName })}
          {added.length > 0 && ` ${t("on", { fields: added.join(", ") })}`}
          {removed.length > 0 && ` ${t("off", { fields: removed.join(", ") })}`}
        </>
      );
    default:
      return userName === null ? t(kind) : t(`by.${kind}`, { name: userName });
  }
}
