import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { DeliveryErrorGroupList } from "@/lib/api/schemas/delivery-errors";

/** How many messages and actions wait for a person because they failed. Counts are kept: asking costs the same for any. */
export const openErrorsQuery = queryOptions({
  queryKey: ["delivery-errors", "open-count"],
  queryFn: async ({ signal }) =>
    (await fetchJson<DeliveryErrorGroupList>("/api/delivery-errors/groups?status=open&limit=1", { signal })).openCount,
  staleTime: 30_000,
});
