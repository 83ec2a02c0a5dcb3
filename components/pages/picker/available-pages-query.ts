import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { AvailablePage } from "@/lib/api/schemas/pages";

/** The signed-in person's Pages at Meta. Fails with `page_consent_needed` until they gave consent. */
export const availablePagesQuery = queryOptions({
  queryKey: ["available-pages"],
  queryFn: async ({ signal }) =>
    (await fetchJson<{ pages: AvailablePage[] }>("/api/pages/available", { signal })).pages,
  // Asked at Meta: worth keeping while the dialog is open, never longer.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
});
