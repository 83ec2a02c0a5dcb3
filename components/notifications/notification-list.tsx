"use client";

import { Webhook } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonStyle } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { LookingFurther } from "./looking-further";
import { NewRows } from "./new-rows";
import type { NotificationFilters } from "./notification-filters";
import { NotificationTable } from "./notification-table";
import { SelectionBar } from "./selection-bar";
import { useHold } from "./use-hold";
import { useKeptScroll } from "./use-kept-scroll";
import { useListPages } from "./use-list-pages";
import { useSelection } from "./use-selection";
import { useTailedRows } from "./use-tailed-rows";

type NotificationListProps = {
  filters: NotificationFilters;
  isFiltered: boolean;
  onClearFilters: () => void;
  isPaused: boolean;
};

/** What Meta sent, newest first, growing at the top as more comes in and at the bottom as one scrolls. */
export function NotificationList({ filters, isFiltered, onClearFilters, isPaused }: NotificationListProps) {
  const t = useTranslations("notifications");
  const area = useRef<HTMLDivElement>(null);
  const isHeld = useHold(area) || isPaused;
  const list = useListPages(filters);
  const { rows, waiting, showNew } = useTailedRows(list.rows, filters, isHeld);
  const selection = useSelection(rows);
  useKeptScroll(JSON.stringify(filters), rows.length > 0);
  const { error, isPending, isFetchNextPageError, hasNextPage, refetch } = list;

  return (
    <div ref={area} className="flex flex-col gap-3">
      {isPending && <Skeleton rows={10} />}
      {error && !isFetchNextPageError && <LoadError error={error} onRetry={refetch} />}
      {filters.q !== null && list.isTooCommon && (
        <Callout role="status" title={t("tooCommon", { word: filters.q.split(/\s+/).at(-1) ?? "" })} />
      )}
      <NewRows waiting={waiting} onShow={showNew} />
      {rows.length > 0 && (
        <NotificationTable
          rows={rows}
          selection={selection}
          hasMore={hasNextPage}
          onNearEnd={() => list.wantMore(rows.length)}
        />
      )}
      {list.isLooking || isFetchNextPageError ? (
        <LookingFurther
          reachedAt={list.reachedAt}
          isStopped={list.isStopped || isFetchNextPageError}
          onStop={list.stop}
          onGoOn={list.goOn}
        />
      ) : (
        list.data &&
        rows.length === 0 && <NothingHere filters={filters} isFiltered={isFiltered} onClearFilters={onClearFilters} />
      )}
      {!hasNextPage && rows.length > 20 && <p className="text-center text-xs text-soft">{t("table.end")}</p>}
      <SelectionBar selection={selection} filters={filters} />
    </div>
  );
}

function NothingHere({ filters, isFiltered, onClearFilters }: Omit<NotificationListProps, "isPaused">) {
  const t = useTranslations("notifications.empty");
  if (isFiltered) {
    return (
      <EmptyState
        icon={<Webhook />}
        title={t("filteredTitle")}
        action={<Button onClick={onClearFilters}>{t("filteredAction")}</Button>}
      >
        {t(filters.q === null ? "filteredBody" : "wordsBody")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Webhook />}
      title={t("title")}
      action={
        <Link href="/pages" className={buttonStyle()}>
          {t("action")}
        </Link>
      }
    >
      {t("body")}
    </EmptyState>
  );
}
