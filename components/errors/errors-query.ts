import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { fetchJson, withParams } from "@/components/fetch-json";
import type {
  DeliveryError,
  DeliveryErrorGroupList,
  DeliveryErrorList,
  ErrorClass,
} from "@/lib/api/schemas/delivery-errors";

export type ErrorFilters = {
  pageId: string | null;
  status: DeliveryError["status"] | null;
  cause: string | null;
  errorClass: ErrorClass | null;
  conversationId: string | null;
};

/** Everything about delivery errors lives under this key: what happens to one may change them all. */
export const ERRORS_KEY = ["delivery-errors"] as const;

/** Delivery errors, newest first, a page of the list at a time. */
export const errorsQuery = (filters: ErrorFilters) =>
  infiniteQueryOptions({
    queryKey: [...ERRORS_KEY, "list", filters],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<DeliveryErrorList>(withParams("/api/delivery-errors", { ...filters, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.errors),
  });

/** Causes, each on its Page, those that failed last first. */
export const errorGroupsQuery = ({ pageId, status, cause, errorClass }: ErrorFilters) => {
  // Of other statuses no counts are kept: then every group is shown.
  const filters = { pageId, status: status === "open" ? status : null, cause, errorClass };
  return infiniteQueryOptions({
    queryKey: [...ERRORS_KEY, "groups", filters],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<DeliveryErrorGroupList>(withParams("/api/delivery-errors/groups", { ...filters, cursor: pageParam }), {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.groups),
  });
};

export const errorQuery = (id: string) =>
  queryOptions({
    queryKey: [...ERRORS_KEY, "one", id],
    queryFn: ({ signal }) =>
      fetchJson<{ error: DeliveryError }>(`/api/delivery-errors/${encodeURIComponent(id)}`, { signal }),
    select: ({ error }) => error,
  });
