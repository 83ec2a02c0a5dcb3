import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { ApiKey } from "@/lib/api/schemas/people";

/** One's own keys; for those who manage people, everybody's. */
export const apiKeysQuery = queryOptions({
  queryKey: ["api-keys"],
  queryFn: async ({ signal }) => (await fetchJson<{ apiKeys: ApiKey[] }>("/api/api-keys", { signal })).apiKeys,
});
