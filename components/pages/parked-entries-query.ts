import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { ParkedEntry } from "@/lib/api/schemas/pages";

/** What arrives for Pages and accounts that are not linked here. Under `pages`, so that it is renewed with them. */
export const parkedEntriesQuery = queryOptions({
  queryKey: ["pages", "parked"],
  queryFn: async ({ signal }) =>
    (await fetchJson<{ entries: ParkedEntry[] }>("/api/parked-entries", { signal })).entries,
  refetchInterval: 30_000,
});
