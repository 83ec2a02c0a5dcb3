import { infiniteQueryOptions } from "@tanstack/react-query";
import { fetchJson, withParams } from "@/components/fetch-json";
import type { WebhookFailureKind, WebhookFailureList } from "@/lib/api/schemas/webhook-failures";

/** Webhook failures, the one that happened last first, a page of the list at a time. */
export const failuresQuery = (kind: WebhookFailureKind | null) =>
  infiniteQueryOptions({
    queryKey: ["webhook-failures", kind],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<WebhookFailureList>(withParams("/api/webhook-failures", { kind, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.failures),
    refetchInterval: 30_000,
  });
