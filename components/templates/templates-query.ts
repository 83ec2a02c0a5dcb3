import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { MessageTemplate } from "@/lib/api/schemas/outgoing";

/** Utility templates of a Page. Under `pages`, so that they are renewed when Meta decides about one. */
export const templatesQuery = (pageId: string) =>
  queryOptions({
    queryKey: ["pages", pageId, "message-templates"],
    queryFn: async ({ signal }) =>
      (await fetchJson<{ templates: MessageTemplate[] }>(templatesPath(pageId), { signal })).templates,
    staleTime: 60_000,
  });

export const templatesPath = (pageId: string) => `/api/pages/${encodeURIComponent(pageId)}/message-templates`;
