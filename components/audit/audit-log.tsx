"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText, SearchX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { AuditFilterBar } from "./audit-filter-bar";
import { auditQuery } from "./audit-query";
import { AuditRow } from "./audit-row";
import { useAuditFilters } from "./use-audit-filters";

/** Who did what, newest first, narrowed by what is in the address. */
export function AuditLog() {
  const t = useTranslations("audit");
  const { filters } = useAuditFilters();
  const query = useInfiniteQuery(auditQuery(filters));
  const { data: entries, error, isPending, refetch } = query;
  return (
    <div className="flex flex-col gap-3">
      <AuditFilterBar />
      {isPending && <Skeleton rows={8} rowClassName="h-14" />}
      {error && <LoadError error={error} onRetry={refetch} />}
      {entries?.length === 0 && <NothingDone />}
      {entries && entries.length > 0 && (
        <ol aria-label={t("list")} className="divide-y rounded-lg border bg-surface">
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <Button className="self-center" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}

function NothingDone() {
  const t = useTranslations("audit.empty");
  const { isFiltered, clear } = useAuditFilters();
  if (!isFiltered) {
    return (
      <EmptyState icon={<ScrollText />} title={t("title")}>
        {t("body")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={t("filteredTitle")}
      action={<Button onClick={clear}>{t("filteredAction")}</Button>}
    >
      {t("filteredBody")}
    </EmptyState>
  );
}
