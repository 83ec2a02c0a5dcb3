"use client";

import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { isFiltered, type NotificationFilters, spans } from "./notification-filters";
import { outcomes } from "./outcome-badge";

const PARSERS = {
  pageId: parseAsString,
  field: parseAsString,
  outcome: parseAsStringLiteral(outcomes),
  problems: parseAsBoolean.withDefault(false),
  psid: parseAsString,
  within: parseAsStringLiteral(spans),
  from: parseAsInteger,
  to: parseAsInteger,
  q: parseAsString,
};

/** What the list is narrowed to; every filter is kept in the address under its own name. */
export function useNotificationFilters() {
  const [values, setValues] = useQueryStates(PARSERS, { history: "push" });
  const { pageId, field, outcome, problems, psid, within, from, to, q } = values;
  const filters = useMemo<NotificationFilters>(
    () => ({ pageId, field, outcome, problems, psid, within, from, to, q }),
    [pageId, field, outcome, problems, psid, within, from, to, q],
  );
  return {
    filters,
    isFiltered: isFiltered(filters),
    set: (changes: Partial<NotificationFilters>) => void setValues(changes),
    clear: () => void setValues(null),
  };
}
