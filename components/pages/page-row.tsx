"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { PageDot } from "@/components/ui/page-dot";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Page, PageProblem } from "@/lib/api/schemas/pages";
import { PageMenu } from "./page-menu";
import { PageProblems } from "./page-problems";
import { PageStatus } from "./page-status";

/** One Page in the list, with those of its problems that are not said above the list. The whole row leads to the Page; the menu and the buttons of problems stand above that. */
export function PageRow({ page, problems }: { page: Page; problems: readonly PageProblem[] }) {
  const t = useTranslations("pages.list");
  return (
    <li className="relative px-4 py-2.5 transition-colors hover:bg-hover/60">
      <div className="flex items-center gap-3">
        <PageDot pageId={page.id} />
        <Avatar name={page.name} src={page.pictureUrl} size="sm" shape="square" hueFrom={page.id} />
        <div className="min-w-0 flex-1">
          <Link
            href={`/pages/${encodeURIComponent(page.id)}`}
            className="block truncate font-medium after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {page.name}
          </Link>
          <div className="mt-1 flex flex-wrap items-center gap-2 text-xs text-soft md:hidden">
            <PageStatus status={page.status} />
            {page.lastNotificationAt !== null && <RelativeTime at={page.lastNotificationAt} />}
          </div>
          {page.category && <p className="truncate text-xs text-soft max-md:hidden">{page.category}</p>}
        </div>
        {page.unreadConversations > 0 && (
          <span className="text-xs text-soft max-md:hidden">{t("unread", { count: page.unreadConversations })}</span>
        )}
        <p className="w-52 text-right text-xs text-soft max-md:hidden">
          <LastNotification page={page} />
        </p>
        <div className="flex w-24 max-md:hidden">
          <PageStatus status={page.status} />
        </div>
        <div className="relative z-10 -mr-2">
          <PageMenu page={page} />
        </div>
      </div>
      {problems.length > 0 && (
        <div className="pointer-events-none relative z-10 mt-2 flex flex-col gap-2 *:pointer-events-auto md:ml-15">
          <PageProblems page={page} problems={problems} />
        </div>
      )}
    </li>
  );
}

function LastNotification({ page }: { page: Page }) {
  const t = useTranslations("pages.list");
  if (page.lastNotificationAt === null) return t("noNotification");
  return (
    <>
      {t("lastNotification")} <RelativeTime at={page.lastNotificationAt} />
    </>
  );
}
