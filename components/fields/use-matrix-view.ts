"use client";

import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { columnGroups } from "./columns";

const PARSERS = {
  q: parseAsString.withDefault(""),
  differs: parseAsBoolean.withDefault(false),
  columns: parseAsStringLiteral(columnGroups).withDefault("default"),
};

/** What of the matrix is shown; kept in the address. */
export function useMatrixView() {
  const [view, setView] = useQueryStates(PARSERS, { history: "replace" });
  return { view, setView };
}
