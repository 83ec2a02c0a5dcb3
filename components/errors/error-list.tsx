"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePageFilter } from "@/components/shell/use-page-filter";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { ErrorCard } from "./error-card";
import { errorsQuery } from "./errors-query";
import { useShowAll } from "./use-show-all";

export function ErrorList() {
  const t = useTranslations("errors");
  const [pageId] = usePageFilter();
  const [showAll, setShowAll] = useShowAll();
  const query = useInfiniteQuery(errorsQuery({ pageId, status: showAll ? null : "open" }));
  const { data: errors, error, isPending, refetch } = query;

  if (isPending) return <Skeleton rows={4} rowClassName="h-20" />;
  if (!errors) return <LoadError error={error} onRetry={refetch} />;
  return (
    <div className="flex flex-col gap-3">
      {error && <LoadError error={error} onRetry={refetch} />}
      {errors.length > 0 ? (
        <ul aria-label={t("list")} className="flex flex-col gap-3">
          {errors.map((deliveryError) => (
            <ErrorCard key={deliveryError.id} deliveryError={deliveryError} />
          ))}
        </ul>
      ) : showAll ? (
        <EmptyState icon={<CircleCheck />} title={t("empty.allTitle")}>
          {t("empty.allBody")}
        </EmptyState>
      ) : (
        <EmptyState
          icon={<CircleCheck />}
          title={t("empty.openTitle")}
          action={<Button onClick={() => void setShowAll(true)}>{t("empty.openAction")}</Button>}
        >
          {t("empty.openBody")}
        </EmptyState>
      )}
      {query.hasNextPage && (
        <Button className="self-center" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}
