import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { DeliveryErrorList } from "@/lib/api/schemas/delivery-errors";

/** Whether any message is waiting for a person because it did not go out. */
export const hasOpenErrorsQuery = queryOptions({
  queryKey: ["delivery-errors", "any-open"],
  queryFn: async ({ signal }) => {
    const { errors } = await fetchJson<DeliveryErrorList>("/api/delivery-errors?status=open&limit=1", { signal });
    return errors.length > 0;
  },
  staleTime: 30_000,
});
