"use client";

import { useQuery } from "@tanstack/react-query";
import { PanelsTopLeft } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { ConnectLink } from "@/components/pages/connect-link";
import { matchesName } from "@/components/pages/matches-name";
import { NoPagesGiven } from "@/components/pages/no-pages-given";
import { pagesQuery } from "@/components/pages/pages-query";
import { useHasAllPages, useMayDo } from "@/components/shell/role-context";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import type { Page } from "@/lib/api/schemas/pages";
import { differs } from "./cell-state";
import { listColumns, withDiffering } from "./columns";
import { JobList } from "./job-list";
import { Legend } from "./legend";
import { MatrixGrid } from "./matrix-grid";
import { MatrixToolbar } from "./matrix-toolbar";
import { PageCounts } from "./page-counts";
import { ReadOnlyNote } from "./read-only-note";
import { ReviewDialog } from "./review-dialog";
import { StagedBar } from "./staged-bar";
import { useOffForApp } from "./use-app-fields";
import { useFieldMatrix } from "./use-field-matrix";
import { useMatrixView } from "./use-matrix-view";

/** Which fields every Page is subscribed to, with what changes many of them at once. */
export function FieldMatrix() {
  const t = useTranslations("fields.matrix");
  const mayConnect = useMayDo("pages:connect");
  const hasAllPages = useHasAllPages();
  const { data, error, isPending, refetch } = useQuery({ ...pagesQuery, select: onlyLinked });
  if (isPending) return <Skeleton rows={8} rowClassName="h-9" />;
  if (!data) return <LoadError error={error} onRetry={refetch} />;
  if (data.length === 0 && !hasAllPages) return <NoPagesGiven />;
  if (data.length === 0) {
    return (
      <EmptyState
        icon={<PanelsTopLeft />}
        title={t("empty")}
        action={mayConnect && <ConnectLink>{t("connect")}</ConnectLink>}
      >
        {t("emptyBody")}
      </EmptyState>
    );
  }
  return <Matrix pages={data} />;
}

function Matrix({ pages }: { pages: readonly Page[] }) {
  const t = useTranslations("fields.matrix");
  const { view } = useMatrixView();
  const matrix = useFieldMatrix(pages);
  const [isReviewing, setReviewing] = useState(false);
  const [reviews, setReviews] = useState(0);
  const review = () => {
    setReviews(reviews + 1);
    setReviewing(true);
  };
  // The same arrays as long as nothing has changed: rows that are the same are not drawn again.
  const shown = useMemo(
    () => pages.filter((page) => matchesName(page.name, view.q) && (!view.differs || differs(page))),
    [pages, view.q, view.differs],
  );
  const columns = useMemo(() => {
    const ofGroup = listColumns(view.columns, pages);
    return view.differs ? withDiffering(ofGroup, shown) : ofGroup;
  }, [pages, shown, view.columns, view.differs]);
  const offForApp = useOffForApp(columns);
  return (
    <div className="flex flex-col gap-3">
      {!matrix.mayChange && <ReadOnlyNote />}
      <MatrixToolbar pages={pages} matrix={matrix} />
      {shown.length === 0 ? (
        <p className="py-8 text-center text-soft">
          {view.differs ? t("noneDiffers") : t("noMatch", { query: view.q })}
        </p>
      ) : (
        <>
          <div className="max-md:hidden">
            <MatrixGrid pages={shown} columns={columns} offForApp={offForApp} matrix={matrix} />
            <Legend mayChange={matrix.mayChange} />
          </div>
          <PageCounts pages={shown} />
        </>
      )}
      <StagedBar staged={matrix.staged} onDiscard={matrix.actions.discard} onReview={review} />
      <ReviewDialog
        key={reviews}
        open={isReviewing}
        onOpenChange={setReviewing}
        staged={matrix.staged}
        pages={pages}
        onStarted={matrix.actions.discard}
      />
      <JobList pages={pages} />
    </div>
  );
}

const onlyLinked = (pages: Page[]) =>
  pages.filter(({ status }) => status !== "unlinked").toSorted((a, b) => a.name.localeCompare(b.name));
