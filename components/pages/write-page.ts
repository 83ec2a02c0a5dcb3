import type { QueryClient } from "@tanstack/react-query";
import type { Page } from "@/lib/api/schemas/pages";
import { pageQuery, pagesQuery } from "./pages-query";

/** Puts a newer Page into everything on screen that shows it. */
export function writePage(queryClient: QueryClient, page: Page): void {
  queryClient.setQueryData(pageQuery(page.id).queryKey, page);
  queryClient.setQueryData(pagesQuery.queryKey, (pages) =>
    pages?.map((known) => (known.id === page.id ? page : known)),
  );
}
