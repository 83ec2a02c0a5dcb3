"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { pagesQuery } from "@/components/pages/pages-query";
import { buttonStyle } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { PageLabel } from "./page-label";
import { usePageFilter } from "./use-page-filter";

// A list with a search field weighs 20 KB and is opened rarely, so it comes when a hand moves towards it.
const loadChoice = () => import("./page-choice");
const PageChoice = lazy(loadChoice);

/** Narrows the screen to one Page. Nothing to choose from, nothing shown. */
export function PageSwitcher() {
  const t = useTranslations("shell");
  const [pageId, setPageId] = usePageFilter();
  const [isWanted, setWanted] = useState(false);
  const { data: pages } = useQuery(pagesQuery);
  if (!pages || pages.length === 0) return null;

  const chosen = pages.find((page) => page.id === pageId);
  const name = chosen?.name ?? t("allPages");
  const closed = (
    <button
      type="button"
      aria-label={`${t("pageSwitcher")}: ${name}`}
      aria-haspopup="listbox"
      aria-expanded={false}
      className={cn(buttonStyle({ variant: "ghost" }), "max-w-64 pr-2 font-normal text-ink")}
      onPointerEnter={() => void loadChoice()}
      onFocus={() => void loadChoice()}
      onClick={() => setWanted(true)}
    >
      <PageLabel pageId={pageId} name={name} status={chosen?.status} />
      <ChevronDown aria-hidden="true" className="text-faint" />
    </button>
  );
  if (!isWanted) return closed;
  return (
    <Suspense fallback={closed}>
      <PageChoice pages={pages} pageId={pageId} onPageIdChange={(next) => void setPageId(next)} />
    </Suspense>
  );
}
