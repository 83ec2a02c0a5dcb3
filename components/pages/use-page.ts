"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { pageQuery, pagesQuery } from "./pages-query";

/** One Page; there at once when the list of all Pages has been loaded before. */
export function usePage(pageId: string) {
  const queryClient = useQueryClient();
  return useQuery({
    ...pageQuery(pageId),
    initialData: () => queryClient.getQueryData(pagesQuery.queryKey)?.find((page) => page.id === pageId),
    initialDataUpdatedAt: () => queryClient.getQueryState(pagesQuery.queryKey)?.dataUpdatedAt,
  });
}
