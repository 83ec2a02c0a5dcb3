import "server-only";
import { z } from "zod";
import type { GraphClient } from "./graph-client";

/** One part of a template, as Meta stores it (Meta docs: utility messages, Page message_templates). */
const component = z.object({
  type: z.string(),
  format: z.string().optional(),
  text: z.string().optional(),
  buttons: z
    .array(
      z.object({
        type: z.string(),
        text: z.string().optional(),
        url: z.string().optional(),
        payload: z.string().optional(),
      }),
    )
    .optional(),
});
const storedTemplate = z.object({
  id: z.coerce.string(),
  name: z.string(),
  language: z.string().catch(""),
  status: z.string().catch("UNKNOWN"),
  rejected_reason: z.string().nullish(),
  components: z.array(component).optional(),
  /** Those cloned from Meta's library are listed with it in place of components. */
  body: z.string().optional(),
});
export type StoredTemplate = z.infer<typeof storedTemplate>;

const templatePage = z.object({
  data: z.array(storedTemplate),
  paging: z
    .object({ next: z.string().optional(), cursors: z.object({ after: z.string().optional() }).optional() })
    .optional(),
});
const FIELDS = "id,name,language,status,rejected_reason,parameter_format,components";
/** Far above any real list: a server that says `next` for ever does not keep us. */
const MAX_RESULT_PAGES = 20;

type PageCall = { pageId: string; pageToken: string };

/** Every template of a Page, whatever its status (Meta docs: Page message_templates). */
export async function listMessageTemplates(
  graph: GraphClient,
  { pageId, pageToken }: PageCall,
): Promise<StoredTemplate[]> {
  const found: StoredTemplate[] = [];
  let after: string | undefined;
  for (let count = 0; count < MAX_RESULT_PAGES; count += 1) {
    const { data, paging }: z.infer<typeof templatePage> = await graph.call({
      method: "GET",
      path: `${pageId}/message_templates`,
      token: pageToken,
      query: { fields: FIELDS, limit: "100", ...(after === undefined ? {} : { after }) },
      answer: templatePage,
    });
    found.push(...data);
    after = paging?.next === undefined ? undefined : paging.cursors?.after;
    if (after === undefined) break;
  }
  return found;
}

export type NewTemplate = {
  name: string;
  language: string;
  header: string | undefined;
  body: string;
  /** What each blank may stand for: the review asks for one. */
  examples: readonly string[];
  buttons: readonly (
    | { type: "URL"; text: string; url: string }
    | { type: "POSTBACK"; text: string; payload: string }
  )[];
};

/** Sends a template to Meta's review, which mostly takes seconds. @returns its id, and how the review stands */
export async function createMessageTemplate(
  graph: GraphClient,
  { pageId, pageToken }: PageCall,
  { name, language, header, body, examples, buttons }: NewTemplate,
): Promise<{ id: string; status: string }> {
  const example = examples.length === 0 ? {} : { example: { body_text: [examples] } };
  const components = [
    ...(header === undefined ? [] : [{ type: "HEADER", format: "TEXT", text: header }]),
    { type: "BODY", text: body, ...example },
    ...(buttons.length === 0 ? [] : [{ type: "BUTTONS", buttons }]),
  ];
  return graph.call({
    method: "POST",
    path: `${pageId}/message_templates`,
    token: pageToken,
    json: { name, language, category: "UTILITY", components },
    answer: z.object({ id: z.coerce.string(), status: z.string().catch("PENDING") }),
  });
}

/** Takes away a template in every language it has. */
export async function deleteMessageTemplate(
  graph: GraphClient,
  { pageId, pageToken }: PageCall,
  name: string,
): Promise<void> {
  const path = `${pageId}/message_templates`;
  const success = z.object({ success: z.union([z.literal(true), z.literal("true")]) });
  await graph.call({ method: "DELETE", path, token: pageToken, query: { name }, answer: success });
}
