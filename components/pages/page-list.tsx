"use client";

import { useQuery } from "@tanstack/react-query";
import { PanelsTopLeft } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { SearchInput } from "@/components/ui/search-input";
import { Skeleton } from "@/components/ui/skeleton";
import { ownProblems, sharedAppProblems } from "./app-problems";
import { ConnectLink } from "./connect-link";
import { matchesName } from "./matches-name";
import { PageProblems } from "./page-problems";
import { PageRow } from "./page-row";
import { pagesQuery } from "./pages-query";
import { ParkedEntries } from "./parked-entries";
import { bySeverity } from "./sort-pages";

/** From how many Pages on a search field is worth its place. */
const SEARCH_FROM = 8;

export function PageList() {
  const t = useTranslations("pages");
  const { data: pages, error, isPending, refetch } = useQuery(pagesQuery);
  const [query, setQuery] = useState("");

  if (isPending) return <Skeleton rows={4} rowClassName="h-14" />;
  if (!pages) return <LoadError error={error} onRetry={refetch} />;
  if (pages.length === 0) {
    return (
      <>
        <EmptyState
          icon={<PanelsTopLeft />}
          title={t("empty.title")}
          action={<ConnectLink>{t("connect")}</ConnectLink>}
        >
          {t("empty.body")}
        </EmptyState>
        <ParkedEntries />
      </>
    );
  }
  const shown = pages.filter((page) => matchesName(page.name, query)).toSorted(bySeverity);
  const shared = sharedAppProblems(pages);
  return (
    <div className="flex flex-col gap-3">
      {error && <LoadError error={error} onRetry={refetch} />}
      {shared.length > 0 && (
        <section aria-label={t("list.appProblems")} className="flex flex-col gap-2">
          {shared.map(({ page, problem }) => (
            <PageProblems key={problem.code + problem.detail} page={page} problems={[problem]} />
          ))}
        </section>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-soft">
          {t("list.summary", { count: pages.filter((page) => page.status !== "unlinked").length })}
        </p>
        {pages.length >= SEARCH_FROM && (
          <SearchInput label={t("list.search")} value={query} onValueChange={setQuery} className="w-64 max-md:w-full" />
        )}
      </div>
      {shown.length === 0 ? (
        <p className="py-8 text-center text-soft">{t("list.noMatch", { query })}</p>
      ) : (
        <ul aria-label={t("list.label")} className="divide-y overflow-hidden rounded-lg border bg-surface">
          {shown.map((page) => (
            <PageRow key={page.id} page={page} problems={ownProblems(page, shared)} />
          ))}
        </ul>
      )}
      <ParkedEntries />
    </div>
  );
}
