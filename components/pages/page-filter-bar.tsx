"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { SearchInput } from "@/components/ui/search-input";
import { Select } from "@/components/ui/select";
import type { Page } from "@/lib/api/schemas/pages";
import { PageStatusIcon } from "./page-status";
import { type PageSort, pageSorts, pageStatuses } from "./sort-pages";
import type { usePageListView } from "./use-page-list-view";

/** From how many Pages on searching and sorting are worth their place. */
const SEARCH_FROM = 8;

type PageFilterBarProps = { pages: readonly Pick<Page, "status">[] } & ReturnType<typeof usePageListView>;

/** How many Pages are in which state, each a filter; and, where there are many, search and order. */
export function PageFilterBar({ pages, view, setView }: PageFilterBarProps) {
  const t = useTranslations("health.list");
  const words = useTranslations("pages");
  const counts = pageStatuses
    .map((status) => ({ status, count: pages.filter((page) => page.status === status).length }))
    .filter(({ status, count }) => count > 0 || status === view.status);
  const chip = "aria-pressed:border-accent aria-pressed:bg-accent-tint";
  return (
    <search aria-label={t("filters")} className="flex flex-wrap items-center gap-2">
      {(counts.length > 1 || view.status !== null) && (
        <>
          <Button
            size="sm"
            aria-pressed={view.status === null}
            className={chip}
            onClick={() => setView({ status: null })}
          >
            {t("all")} <span className="tabular-nums text-soft">{pages.length}</span>
          </Button>
          {counts.map(({ status, count }) => (
            <Button
              key={status}
              size="sm"
              aria-pressed={view.status === status}
              className={chip}
              onClick={() => setView({ status: view.status === status ? null : status })}
            >
              <PageStatusIcon status={status} className="size-3.5" />
              {words(`status.${status}`)} <span className="tabular-nums text-soft">{count}</span>
            </Button>
          ))}
        </>
      )}
      {(pages.length >= SEARCH_FROM || view.q !== "") && (
        <>
          <SearchInput
            label={words("list.search")}
            value={view.q}
            onValueChange={(q) => setView({ q })}
            className="ml-auto w-56 max-md:w-full"
          />
          <Select<PageSort>
            label={t("sort.label")}
            value={view.sort}
            onValueChange={(sort) => setView({ sort })}
            items={pageSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          />
        </>
      )}
    </search>
  );
}
