"use client";

import { useTranslations } from "use-intl";
import { Combobox } from "@/components/ui/combobox";
import type { Page } from "@/lib/api/schemas/pages";
import { PageLabel } from "./page-label";

const ALL = "all";

type PageChoiceProps = {
  pages: readonly Pick<Page, "id" | "name" | "status">[];
  pageId: string | null;
  onPageIdChange: (pageId: string | null) => void;
};

/** The Pages with a search field; open from the start, because it is loaded by being asked for. */
export default function PageChoice({ pages, pageId, onPageIdChange }: PageChoiceProps) {
  const t = useTranslations("shell");
  return (
    <Combobox
      defaultOpen
      variant="ghost"
      label={t("pageSwitcher")}
      items={[{ value: ALL, label: t("allPages") }, ...pages.map(({ id, name }) => ({ value: id, label: name }))]}
      value={pageId ?? ALL}
      onValueChange={(value) => onPageIdChange(value === ALL ? null : value)}
      placeholder={t("allPages")}
      searchPlaceholder={t("searchPages")}
      emptyText={t("noPageFound")}
      renderItem={({ value, label }) => (
        <PageLabel
          pageId={value === ALL ? null : value}
          name={label}
          status={pages.find(({ id }) => id === value)?.status}
        />
      )}
      className="max-w-64 text-ink"
    />
  );
}
