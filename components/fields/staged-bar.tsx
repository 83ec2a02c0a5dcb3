"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { countStaged, type Staged } from "./staged";

type StagedBarProps = { staged: Staged; onDiscard: () => void; onReview: () => void };

/** What is changed and not applied yet. Nothing is written before it has been looked at. */
export function StagedBar({ staged, onDiscard, onReview }: StagedBarProps) {
  const t = useTranslations("fields.bar");
  const { changes, pages } = countStaged(staged);
  return (
    <div role="status" className="sticky bottom-3 z-30 mx-auto max-md:hidden">
      {changes > 0 && (
        <div className="flex animate-appear items-center gap-3 rounded-lg bg-raised py-2 pr-2 pl-4 shadow-float">
          <span className="font-medium">{t("count", { changes, pages })}</span>
          <Button variant="ghost" onClick={onDiscard}>
            {t("discard")}
          </Button>
          <Button variant="primary" onClick={onReview}>
            {t("review")}
          </Button>
        </div>
      )}
    </div>
  );
}
