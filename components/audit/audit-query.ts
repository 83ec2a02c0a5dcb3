import { infiniteQueryOptions } from "@tanstack/react-query";
import { fetchJson, withParams } from "@/components/fetch-json";
import type { AuditEntry } from "@/lib/api/schemas/people";
import type { AuditAction } from "@/lib/auth/audit-actions";

/** What the log is narrowed to; the names are those of the API. Times are Unix ms, `to` is not included. */
export type AuditFilters = {
  userId: string | null;
  action: AuditAction | null;
  pageId: string | null;
  from: number | null;
  to: number | null;
};

/** Newest first, a page of the list at a time. */
export const auditQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ["audit-log", filters],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<{ entries: AuditEntry[]; nextCursor: string | null }>(
        withParams("/api/audit-log", { ...filters, cursor: pageParam }),
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.entries),
  });
