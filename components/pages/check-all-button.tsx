"use client";

import { RefreshCw, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Page } from "@/lib/api/schemas/pages";
import type { CheckRound } from "./check-pages";
import { useCheckPages } from "./use-check-pages";

/** Has the server look at these Pages at Meta now; says how far it is, and what came of it. */
export function CheckAllButton({ pages }: { pages: readonly Pick<Page, "id" | "status">[] }) {
  const t = useTranslations("health.checkAll");
  const { round, start, stop } = useCheckPages();
  const pageIds = pages.filter(({ status }) => status !== "unlinked").map(({ id }) => id);
  const isRunning = round !== null && !round.isOver;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p role="status" className="text-xs text-soft tabular-nums">
        {round !== null &&
          (round.isOver ? <Outcome {...round} /> : t("progress", { done: round.done, total: round.total }))}
      </p>
      {isRunning ? (
        <Button size="sm" onClick={stop}>
          <X aria-hidden="true" />
          {t("stop")}
        </Button>
      ) : (
        pageIds.length > 0 && (
          <Button size="sm" onClick={() => start(pageIds)}>
            <RefreshCw aria-hidden="true" />
            {t("start", { count: pageIds.length })}
          </Button>
        )
      )}
    </div>
  );
}

function Outcome({ done, total, problems, failed, gaveUp }: CheckRound) {
  const t = useTranslations("health.checkAll");
  if (gaveUp) return t("gaveUp", { done, total });
  if (done < total) return t("stopped", { done, total });
  return `${t("done", { count: done, problems })}${failed > 0 ? ` ${t("failed", { count: failed })}` : ""}`;
}
