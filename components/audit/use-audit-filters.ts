"use client";

import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { AUDIT_ACTIONS } from "@/lib/auth/audit-actions";
import type { AuditFilters } from "./audit-query";

const PARSERS = {
  userId: parseAsString,
  action: parseAsStringLiteral(AUDIT_ACTIONS),
  pageId: parseAsString,
  from: parseAsInteger,
  to: parseAsInteger,
};

/** What the log is narrowed to, kept in the address. */
export function useAuditFilters() {
  const [filters, setFilters] = useQueryStates(PARSERS, { history: "push" });
  return {
    filters: filters satisfies AuditFilters,
    isFiltered: Object.values(filters).some((value) => value !== null),
    set: (changes: Partial<AuditFilters>) => void setFilters(changes),
    clear: () => void setFilters(null),
  };
}
