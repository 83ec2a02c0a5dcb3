import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { MessageTemplate, MessageTemplateList } from "@/lib/api/schemas/outgoing";

/** How often Facebook is asked what has become of a template in review. */
const IN_REVIEW_MS = 30_000;
const AT_REST_MS = 60_000;

const isInReview = (list: MessageTemplateList | undefined) =>
  list?.templates.some(({ status }) => status === "PENDING") ?? false;

/**
 * Utility templates of a Page, and when Facebook was asked for them. Under `pages`, so that they are renewed when Meta
 * tells that it decided about one; and renewed by themselves while it reviews one, since mostly it does not tell.
 */
export const templateListQuery = (pageId: string) =>
  queryOptions({
    queryKey: ["pages", pageId, "message-templates"],
    queryFn: ({ signal }) => fetchJson<MessageTemplateList>(templatesPath(pageId), { signal }),
    staleTime: ({ state }) => (isInReview(state.data) ? IN_REVIEW_MS : AT_REST_MS),
    refetchInterval: ({ state }) => isInReview(state.data) && IN_REVIEW_MS,
  });

/** Only the templates. */
export const templatesQuery = (pageId: string) => ({
  ...templateListQuery(pageId),
  select: ({ templates }: MessageTemplateList): MessageTemplate[] => templates,
});

export const templatesPath = (pageId: string) => `/api/pages/${encodeURIComponent(pageId)}/message-templates`;
