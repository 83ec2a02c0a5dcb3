"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { pagesQuery } from "./pages-query";

/** A function from a Page's id to its name; a Page we do not know is named by its id. */
export function usePageName(): (pageId: string) => string {
  const t = useTranslations("pages");
  const { data: pages } = useQuery(pagesQuery);
  return useCallback(
    (pageId: string) => pages?.find((page) => page.id === pageId)?.name ?? t("unknownPage", { pageId }),
    [pages, t],
  );
}
