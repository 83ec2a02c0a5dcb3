"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import { useMayDo } from "@/components/shell/role-context";
import type { AppInfo } from "@/lib/api/schemas/app";

/** Fields of object `page` that are off for the whole app, of these; nothing while that is not known. */
export function useOffForApp(fields: readonly string[]): ReadonlySet<string> {
  const { data } = useQuery({
    queryKey: ["app", "page-fields"],
    queryFn: async ({ signal }) => toPageFields(await fetchJson<AppInfo>("/api/app", { signal })),
    enabled: useMayDo("app:read"),
    staleTime: 60_000,
    retry: false,
  });
  return new Set(data ? fields.filter((field) => !data.includes(field)) : []);
}

/** Null when the app has no webhook for Pages, which is a problem of its own. */
function toPageFields({ subscriptions }: AppInfo): string[] | null {
  const ofPages = subscriptions.find(({ object, isActive }) => object === "page" && isActive);
  return ofPages ? ofPages.fields.map(({ name }) => name) : null;
}
