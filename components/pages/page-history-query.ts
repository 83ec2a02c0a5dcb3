import { infiniteQueryOptions } from "@tanstack/react-query";
import { fetchJson, withParams } from "@/components/fetch-json";
import type { PageHistoryEntry } from "@/lib/api/schemas/pages";

type PageHistoryList = { entries: PageHistoryEntry[]; nextCursor: string | null };

/**
 * What happened to a Page, the latest first, a part of the list at a time. Under `pages`, so that it is renewed with
 * the Page.
 */
export const pageHistoryQuery = (pageId: string) =>
  infiniteQueryOptions({
    queryKey: ["pages", pageId, "history"],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<PageHistoryList>(
        withParams(`/api/pages/${encodeURIComponent(pageId)}/history`, { limit: 8, cursor: pageParam }),
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.entries),
  });
