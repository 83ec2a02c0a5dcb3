"use client";

import { useTranslations } from "use-intl";
import { usePageName } from "@/components/pages/use-page-name";
import { PageDot } from "@/components/ui/page-dot";
import type { Access } from "./access";

const AT_MOST = 3;

/** Which Pages, by name; the first few of many. */
export function AccessText({ hasAllPages, pageIds }: Pick<Access, "hasAllPages" | "pageIds">) {
  const t = useTranslations("team.pages");
  const pageName = usePageName();
  if (hasAllPages) return t("all");
  const rest = pageIds.length - AT_MOST;
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-0.5" title={pageIds.map(pageName).join(", ")}>
      {pageIds.slice(0, AT_MOST).map((id) => (
        <span key={id} className="inline-flex items-center gap-1.5">
          <PageDot pageId={id} />
          {pageName(id)}
        </span>
      ))}
      {rest > 0 && <span>+{rest}</span>}
    </span>
  );
}
