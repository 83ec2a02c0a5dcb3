"use client";

import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { pagesQuery } from "@/components/pages/pages-query";
import { findReplyProblem, refusesReplies } from "@/components/pages/reply-problem";
import { useMayDo } from "@/components/shell/role-context";
import { cn } from "@/components/ui/cn";

type PageBannerProps = {
  pageId: string;
  /** What stands here while nothing is wrong: one note above the composer is enough. */
  otherwise: ReactNode;
};

/** Above the composer while something is wrong with the Page: the worst of it, and the way to mend it or whom to ask. */
export function PageBanner({ pageId, otherwise }: PageBannerProps) {
  const t = useTranslations("inbox.pageBanner");
  const mayMend = useMayDo("pages:manage");
  const { data: pages } = useQuery(pagesQuery);
  const page = pages?.find(({ id }) => id === pageId);
  const isUnlinked = page?.status === "unlinked";
  const problem = findReplyProblem(page?.problems ?? []);
  if (!isUnlinked && problem === null) return otherwise;
  const isBroken = isUnlinked || problem?.severity === "broken";
  return (
    <p
      role="note"
      className={cn(
        "flex shrink-0 items-start gap-2 border-t px-4 py-2 max-md:px-3",
        isBroken ? "bg-bad-tint" : "bg-warn-tint",
      )}
    >
      <TriangleAlert aria-hidden="true" className={cn("mt-0.5 shrink-0", isBroken ? "text-bad" : "text-warn")} />
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {problem === null
          ? t("unlinked")
          : refusesReplies(problem)
            ? t("repliesFail", { title: problem.title })
            : `${problem.title}. ${problem.detail}`}{" "}
        {!mayMend && t("ask")}
      </span>
      {mayMend && (
        <Link
          href={`/pages/${encodeURIComponent(pageId)}`}
          prefetch={false}
          className="shrink-0 font-medium underline underline-offset-2"
        >
          {t("mend")}
        </Link>
      )}
    </p>
  );
}
