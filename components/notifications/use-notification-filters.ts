"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { usePageFilter } from "@/components/shell/use-page-filter";
import { outcomes } from "./outcome-badge";

/** What the list is narrowed to; kept in the address as `?pageId=` and `?outcome=`. */
export function useNotificationFilters() {
  const [pageId, setPageId] = usePageFilter();
  const [outcome, setOutcome] = useQueryState(
    "outcome",
    parseAsStringLiteral(outcomes).withOptions({ history: "push" }),
  );
  return {
    filters: { pageId, outcome },
    isFiltered: pageId !== null || outcome !== null,
    setOutcome,
    clear: () => {
      void setPageId(null);
      void setOutcome(null);
    },
  };
}
