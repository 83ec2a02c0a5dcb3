"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { PageDot } from "@/components/ui/page-dot";
import type { Page } from "@/lib/api/schemas/pages";
import { differs } from "./cell-state";

/** The matrix on a phone: each Page with how many of its fields are on; its own screen has the switches. */
export function PageCounts({ pages }: { pages: readonly Page[] }) {
  const t = useTranslations("fields.matrix");
  return (
    <ul aria-label={t("label")} className="divide-y overflow-hidden rounded-lg border bg-surface md:hidden">
      {pages.map((page) => (
        <li key={page.id}>
          <Link
            href={`/pages/${encodeURIComponent(page.id)}`}
            prefetch={false}
            className="flex min-h-11 items-center gap-3 px-4 py-2 -outline-offset-2 hover:bg-hover"
          >
            <PageDot pageId={page.id} />
            <span className="min-w-0 flex-1 truncate font-medium">{page.name}</span>
            {differs(page) && <Badge tone="warn">{t("differs")}</Badge>}
            <span className="text-xs text-soft">{t("onCount", { count: page.actualFields.length })}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
