import { infiniteQueryOptions } from "@tanstack/react-query";
import { fetchJson, withParams } from "@/components/fetch-json";
import type { DeliveryErrorList } from "@/lib/api/schemas/delivery-errors";

export type ErrorFilters = { pageId: string | null; status: "open" | null };

/** Delivery errors, newest first, a page of the list at a time. */
export const errorsQuery = (filters: ErrorFilters) =>
  infiniteQueryOptions({
    queryKey: ["delivery-errors", filters],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<DeliveryErrorList>(withParams("/api/delivery-errors", { ...filters, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.errors),
  });
