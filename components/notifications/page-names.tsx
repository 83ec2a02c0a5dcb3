"use client";

import { useTranslations } from "use-intl";
import { usePageName } from "@/components/pages/use-page-name";
import { PageDot } from "@/components/ui/page-dot";

/** The Page a notification is about; how many, when it batches several. */
export function PageNames({ pageIds }: { pageIds: readonly string[] }) {
  const t = useTranslations("notifications.table");
  const pageName = usePageName();
  const [first] = pageIds;
  if (first === undefined) return <span className="text-soft">{t("none")}</span>;
  if (pageIds.length > 1) {
    return <span title={pageIds.map(pageName).join(", ")}>{t("severalPages", { count: pageIds.length })}</span>;
  }
  return (
    <span className="inline-flex max-w-full items-center gap-2 align-middle">
      <PageDot pageId={first} />
      <span className="truncate">{pageName(first)}</span>
    </span>
  );
}
