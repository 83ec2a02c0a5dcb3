"use client";

import { useTranslations } from "use-intl";
import { PageDot } from "@/components/ui/page-dot";
import type { PageDifference } from "@/lib/api/schemas/field-jobs";
import type { Page } from "@/lib/api/schemas/pages";

/** Nothing in this list takes the focus, so the list itself must, or the keyboard cannot scroll it. */
const KEYBOARD_SCROLLABLE = { tabIndex: 0 };

type DifferenceListProps = { differences: readonly PageDifference[]; pages: readonly Pick<Page, "id" | "name">[] };

/** What comes and goes on each Page; those that are left out first, with the reason. */
export function DifferenceList({ differences, pages }: DifferenceListProps) {
  const t = useTranslations("fields.review");
  const names = new Map(pages.map(({ id, name }) => [id, name]));
  const sorted = differences.toSorted((a, b) => Number(a.obstacle === null) - Number(b.obstacle === null));
  return (
    <ul
      {...KEYBOARD_SCROLLABLE}
      aria-label={t("list")}
      className="-mx-5 min-h-0 flex-1 divide-y overflow-y-auto overscroll-contain border-y px-5"
    >
      {sorted.map((difference) => (
        <li key={difference.pageId} className="py-2">
          <p className="flex items-center gap-2 font-medium">
            <PageDot pageId={difference.pageId} />
            {names.get(difference.pageId) ?? difference.pageId}
          </p>
          <Difference difference={difference} />
        </li>
      ))}
    </ul>
  );
}

function Difference({ difference: { added, removed, obstacle } }: { difference: PageDifference }) {
  const t = useTranslations("fields.review");
  if (obstacle !== null) return <p className="text-warn">{t("leftOut", { reason: obstacle })}</p>;
  if (added.length + removed.length === 0) return <p className="text-soft">{t("noChange")}</p>;
  return (
    <>
      {added.length > 0 && (
        <p className="text-good">
          {t("on")} <span className="font-mono text-xs">{added.join(", ")}</span>
        </p>
      )}
      {removed.length > 0 && (
        <p className="text-bad">
          {t("off")} <span className="font-mono text-xs">{removed.join(", ")}</span>
        </p>
      )}
    </>
  );
}
