"use client";

import Link from "next/link";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { PageDot } from "@/components/ui/page-dot";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Page, PageProblem } from "@/lib/api/schemas/pages";
import { PageMenu } from "./page-menu";
import { PagePicture } from "./page-picture";
import { PageStatus } from "./page-status";
import { RowAction } from "./row-action";

type PageRowProps = {
  page: Page;
  /** Whether all that is wrong with it is said above the list. */
  isSharedOnly: boolean;
  /** The worst of what is not. */
  problem: PageProblem | null;
  moreProblems: number;
};

/**
 * One Page in the list: how it stands, the worst of what is wrong, what came last. The whole row leads to the Page;
 * the menu stands above that. What is out of view is not laid out: there may be hundreds.
 */
export const PageRow = memo(function PageRow({ page, isSharedOnly, problem, moreProblems }: PageRowProps) {
  const t = useTranslations("pages.list");
  const health = useTranslations("health.list");
  return (
    <li className="relative flex items-center gap-x-3 gap-y-1 px-4 py-2.5 max-md:flex-wrap transition-colors [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto] hover:bg-hover/60">
      <PageDot pageId={page.id} />
      <PagePicture page={page} />
      <div className="min-w-0 flex-1">
        <Link
          href={`/pages/${encodeURIComponent(page.id)}`}
          prefetch={false}
          className="block truncate font-medium after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {page.name}
        </Link>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft max-md:mt-1">
          <span className="md:hidden">
            <PageStatus status={page.status} />
          </span>
          {problem === null ? (
            <span className="truncate max-lg:hidden">{isSharedOnly ? health("sharedOnly") : page.category}</span>
          ) : (
            <span className="min-w-0 break-words">
              <span className={problem.severity === "broken" ? "text-bad" : "text-warn"}>{problem.title}</span>
              {problem.since !== null && (
                <>
                  {" · "}
                  <RelativeTime at={problem.since} />
                </>
              )}
              {moreProblems > 0 && ` · ${health("moreProblems", { count: moreProblems })}`}
            </span>
          )}
          <span className="lg:hidden">
            <LastNotification page={page} />
          </span>
        </div>
      </div>
      {problem !== null && (
        <div className="empty:hidden max-md:order-last max-md:basis-full max-md:pl-15">
          <RowAction page={page} code={problem.code} />
        </div>
      )}
      <span className="text-right text-xs whitespace-nowrap text-soft empty:max-lg:hidden lg:w-20">
        {page.unreadConversations > 0 && t("unread", { count: page.unreadConversations })}
      </span>
      <p className="w-48 text-right text-xs text-soft max-lg:hidden">
        <LastNotification page={page} />
      </p>
      <div className="flex w-28 max-md:hidden">
        <PageStatus status={page.status} />
      </div>
      <div className="relative z-10 -mr-2">
        <PageMenu page={page} />
      </div>
    </li>
  );
});

function LastNotification({ page }: { page: Page }) {
  const t = useTranslations("pages.list");
  if (page.lastNotificationAt === null) return t("noNotification");
  return (
    <>
      {t("lastNotification")} <RelativeTime at={page.lastNotificationAt} />
    </>
  );
}
