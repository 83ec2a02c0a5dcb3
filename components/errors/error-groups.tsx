"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { errorGroupsQuery } from "./errors-query";
import { GroupCard } from "./group-card";
import { NoErrors } from "./no-errors";
import { useErrorFilters } from "./use-error-filters";

/** What goes wrong, cause by cause and Page by Page. */
export function ErrorGroups() {
  const t = useTranslations("errors");
  const { filters } = useErrorFilters();
  const query = useInfiniteQuery(errorGroupsQuery(filters));
  const { data: groups, error, isPending, refetch } = query;
  if (isPending) return <Skeleton rows={4} rowClassName="h-28" />;
  if (!groups) return <LoadError error={error} onRetry={refetch} />;
  return (
    <div className="flex flex-col gap-3">
      {error && <LoadError error={error} onRetry={refetch} />}
      {groups.length === 0 && <NoErrors />}
      {groups.length > 0 && (
        <ul aria-label={t("groupList")} className="flex flex-col gap-3">
          {groups.map((group) => (
            <GroupCard key={`${group.pageId} ${group.cause}`} group={group} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button className="self-center" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}
