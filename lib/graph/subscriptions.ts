import "server-only";
import { z } from "zod";
import type { GraphClient } from "./graph-client";

const success = z.object({ success: z.union([z.literal(true), z.literal("true")]) });

/** Fields of the Page that come to this app, as Meta says now. Empty when the app is not installed on the Page. */
export async function readSubscribedFields(graph: GraphClient, pageId: string, pageToken: string): Promise<string[]> {
  const answer = z.object({
    data: z.array(z.object({ id: z.string(), subscribed_fields: z.array(z.string()).optional() })),
  });
  const path = `${pageId}/subscribed_apps`;
  const { data } = await graph.call({ method: "GET", path, token: pageToken, answer });
  // Other apps of the Page may be listed too.
  return data.find(({ id }) => id === graph.appId)?.subscribed_fields ?? [];
}

/** Replaces the Page's list of fields for this app: always the whole wanted set (Meta docs: Page subscribed_apps). */
export async function writeSubscribedFields(
  graph: GraphClient,
  pageId: string,
  pageToken: string,
  fields: readonly string[],
): Promise<void> {
  const form = { subscribed_fields: fields.join(",") };
  await graph.call({ method: "POST", path: `${pageId}/subscribed_apps`, token: pageToken, form, answer: success });
}

/** Takes the app off the Page: no event of it comes any more. */
export async function deleteSubscription(graph: GraphClient, pageId: string, pageToken: string): Promise<void> {
  await graph.call({ method: "DELETE", path: `${pageId}/subscribed_apps`, token: pageToken, answer: success });
}

export type AppSubscription = { object: string; callbackUrl: string; isActive: boolean; fields: string[] };

/** What the app itself is subscribed to: an event comes only when its field is on here and on the Page. */
export async function listAppSubscriptions(graph: GraphClient): Promise<AppSubscription[]> {
  const answer = z.object({
    data: z.array(
      z.object({
        object: z.string(),
        callback_url: z.string().catch(""),
        active: z.boolean().catch(true),
        fields: z.array(z.union([z.string(), z.object({ name: z.string() })])).catch([]),
      }),
    ),
  });
  const path = `${graph.appId}/subscriptions`;
  const { data } = await graph.call({ method: "GET", path, token: graph.appToken, answer });
  return data.map(({ object, callback_url, active, fields }) => ({
    object,
    callbackUrl: callback_url,
    isActive: active,
    fields: fields.map((field) => (typeof field === "string" ? field : field.name)),
  }));
}
