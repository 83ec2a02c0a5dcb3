"use client";

import { useQuery } from "@tanstack/react-query";
import { PanelsTopLeft } from "lucide-react";
import { useTranslations } from "use-intl";
import { useHasAllPages, useMayDo } from "@/components/shell/role-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import type { Page } from "@/lib/api/schemas/pages";
import { ownProblems, type SharedProblem, sharedAppProblems } from "./app-problems";
import { CheckAllButton } from "./check-all-button";
import { ConnectLink } from "./connect-link";
import { matchesName } from "./matches-name";
import { NoPagesGiven } from "./no-pages-given";
import { PageFilterBar } from "./page-filter-bar";
import { PageProblems } from "./page-problems";
import { PageRow } from "./page-row";
import { pagesQuery } from "./pages-query";
import { ParkedEntries } from "./parked-entries";
import { sortPages } from "./sort-pages";
import { usePageListView } from "./use-page-list-view";
import { worstFirst } from "./worst-first";

export function PageList() {
  const t = useTranslations("pages");
  const { data: pages, error, isPending, refetch } = useQuery(pagesQuery);
  const mayConnect = useMayDo("pages:connect");
  const hasAllPages = useHasAllPages();

  if (isPending) return <Skeleton rows={4} rowClassName="h-14" />;
  if (!pages) return <LoadError error={error} onRetry={refetch} />;
  if (pages.length === 0 && !hasAllPages) return <NoPagesGiven />;
  if (pages.length === 0) {
    return (
      <>
        <EmptyState
          icon={<PanelsTopLeft />}
          title={t("empty.title")}
          action={mayConnect && <ConnectLink>{t("connect")}</ConnectLink>}
        >
          {t("empty.body")}
        </EmptyState>
        <ParkedEntries />
      </>
    );
  }
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
      <ShownPages pages={pages} shared={shared} />
      <ParkedEntries />
    </div>
  );
}

function ShownPages({ pages, shared }: { pages: readonly Page[]; shared: readonly SharedProblem<Page>[] }) {
  const t = useTranslations("pages.list");
  const health = useTranslations("health.list");
  const mayManage = useMayDo("pages:manage");
  const { view, setView } = usePageListView();
  const shown = sortPages(
    pages.filter(({ name, status }) => (view.status === null || status === view.status) && matchesName(name, view.q)),
    view.sort,
  );
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-soft">
          {t("summary", { count: pages.filter((page) => page.status !== "unlinked").length })}
        </p>
        {mayManage && <CheckAllButton pages={shown} />}
      </div>
      <PageFilterBar pages={pages} view={view} setView={setView} />
      {shown.length === 0 ? (
        <div className="flex flex-col items-center gap-3 py-8 text-center text-soft">
          <p>{view.q === "" ? health("noneInStatus") : t("noMatch", { query: view.q })}</p>
          <Button size="sm" onClick={() => setView({ q: "", status: null })}>
            {health("showAll")}
          </Button>
        </div>
      ) : (
        <ul aria-label={t("label")} className="divide-y overflow-hidden rounded-lg border bg-surface">
          {shown.map((page) => {
            const [worst = null, ...more] = worstFirst(ownProblems(page, shared));
            return (
              <PageRow
                key={page.id}
                page={page}
                isSharedOnly={worst === null && page.problems.length > 0}
                problem={worst}
                moreProblems={more.length}
              />
            );
          })}
        </ul>
      )}
    </>
  );
}
