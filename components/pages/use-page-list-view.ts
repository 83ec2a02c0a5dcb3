"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { pageSorts, pageStatuses } from "./sort-pages";

const PARSERS = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(pageStatuses),
  sort: parseAsStringLiteral(pageSorts).withDefault("worst"),
};

/** What the list of Pages is narrowed to and how it is sorted; kept in the address. */
export function usePageListView() {
  const [view, setView] = useQueryStates(PARSERS);
  return { view, setView: (change: Partial<typeof view>) => void setView(change) };
}
