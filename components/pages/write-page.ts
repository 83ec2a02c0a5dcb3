import type { QueryClient } from "@tanstack/react-query";
import type { Page } from "@/lib/api/schemas/pages";
import { pageHistoryQuery } from "./page-history-query";
import { pageQuery, pagesQuery } from "./pages-query";

/** Puts a newer Page into everything on screen that shows it; what happened to it is asked for again where it is shown. */
export function writePage(queryClient: QueryClient, page: Page): void {
  queryClient.setQueryData(pageQuery(page.id).queryKey, page);
  queryClient.setQueryData(pagesQuery.queryKey, (pages) =>
    pages?.map((known) => (known.id === page.id ? page : known)),
  );
  void queryClient.invalidateQueries({ queryKey: pageHistoryQuery(page.id).queryKey });
}
