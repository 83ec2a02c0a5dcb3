import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { Page } from "@/lib/api/schemas/pages";

/** Every Page of the desk, unlinked ones with history included. Names, dots, health and unread counts come from here. */
export const pagesQuery = queryOptions({
  queryKey: ["pages"],
  queryFn: async ({ signal }) => (await fetchJson<{ pages: Page[] }>("/api/pages", { signal })).pages,
  staleTime: 30_000,
});

/** One Page. */
export const pageQuery = (pageId: string) =>
  queryOptions({
    queryKey: ["pages", pageId],
    queryFn: async ({ signal }) =>
      (await fetchJson<{ page: Page }>(`/api/pages/${encodeURIComponent(pageId)}`, { signal })).page,
  });
