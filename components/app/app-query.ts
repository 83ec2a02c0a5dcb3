import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { AppInfo } from "@/lib/api/schemas/app";

/** The Facebook app as Meta has it. For those with `app:read` only. */
export const appQuery = queryOptions({
  queryKey: ["app"],
  queryFn: ({ signal }) => fetchJson<AppInfo>("/api/app", { signal }),
  staleTime: 30_000,
});
