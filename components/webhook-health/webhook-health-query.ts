import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { WebhookHealth } from "@/lib/api/schemas/webhook-failures";

/** Pages whose notifications are being refused or lost now, the longest first. */
export const webhookHealthQuery = queryOptions({
  queryKey: ["webhook-health"],
  queryFn: async ({ signal }) => (await fetchJson<WebhookHealth>("/api/webhook-health", { signal })).clocks,
  refetchInterval: 30_000,
  staleTime: 10_000,
});
