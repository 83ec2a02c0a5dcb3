import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { AvailablePage } from "@/lib/api/schemas/pages";

/** `declined`: permissions that can be asked for again. */
export type AvailablePages = { pages: AvailablePage[]; declined: string[] };

/** The signed-in person's Pages at Meta. Fails with `page_consent_needed` until they gave consent. */
export const availablePagesQuery = queryOptions({
  queryKey: ["available-pages"],
  queryFn: ({ signal }) => fetchJson<AvailablePages>("/api/pages/available", { signal }),
  // Asked at Meta: worth keeping while the dialog is open, never longer.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
});
