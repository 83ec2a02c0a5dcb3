"use client";

import { useQuery } from "@tanstack/react-query";
import { Layers } from "lucide-react";
import { useTranslations } from "use-intl";
import { pagesQuery } from "@/components/pages/pages-query";
import { Combobox } from "@/components/ui/combobox";
import { PageDot } from "@/components/ui/page-dot";
import { usePageFilter } from "./use-page-filter";

const ALL = "all";

/** Narrows the screen to one Page. Nothing to choose from, nothing shown. */
export function PageSwitcher() {
  const t = useTranslations("shell");
  const [pageId, setPageId] = usePageFilter();
  const { data: pages } = useQuery(pagesQuery);
  if (!pages || pages.length === 0) return null;

  const items = [{ value: ALL, label: t("allPages") }, ...pages.map((page) => ({ value: page.id, label: page.name }))];
  return (
    <Combobox
      label={t("pageSwitcher")}
      items={items}
      value={pageId ?? ALL}
      onValueChange={(value) => void setPageId(value === ALL ? null : value)}
      placeholder={t("allPages")}
      searchPlaceholder={t("searchPages")}
      emptyText={t("noPageFound")}
      renderItem={(item) => (
        <>
          {item.value === ALL ? (
            <Layers aria-hidden="true" className="text-faint" />
          ) : (
            <PageDot pageId={item.value} className="mx-1" />
          )}
          <span className="truncate">{item.label}</span>
        </>
      )}
      className="max-w-64 border-transparent bg-transparent"
    />
  );
}
