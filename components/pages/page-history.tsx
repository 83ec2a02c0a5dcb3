"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { HistoryLine } from "./history-line";
import { pageHistoryQuery } from "./page-history-query";

/** What happened to a Page and its connection: problems that came and went, what people did. */
export function PageHistory({ pageId }: { pageId: string }) {
  const t = useTranslations("health.history");
  const query = useInfiniteQuery(pageHistoryQuery(pageId));
  const { data: entries, error, isPending, refetch } = query;

  if (isPending) return <Skeleton rows={3} />;
  if (!entries) return <LoadError error={error} onRetry={refetch} />;
  if (entries.length === 0) return <p className="text-soft">{t("empty")}</p>;
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label={t("title")} className="flex flex-col gap-2">
        {entries.map((entry) => (
          <HistoryLine key={entry.id} entry={entry} />
        ))}
      </ol>
      {error && (
        <LoadError error={error} onRetry={() => (query.isFetchNextPageError ? query.fetchNextPage() : refetch())} />
      )}
      {query.hasNextPage && (
        <Button
          size="sm"
          className="self-start"
          pending={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </div>
  );
}
