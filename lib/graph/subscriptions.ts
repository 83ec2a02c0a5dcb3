import "server-only";
import { z } from "zod";
import type { GraphClient } from "./graph-client";

const success = z.object({ success: z.union([z.literal(true), z.literal("true")]) });
/** One guide prints the bare string. */
const appSuccess = z.union([success, z.literal(true), z.literal("true")]);

export type SubscribedApps = {
  /** Fields of the Page that come to this app. Empty when the app is not installed on the Page. */
  fields: string[];
  /** Other apps of the Page, where Meta lists them. */
  others: { id: string; name: string; fields: string[] }[];
};

/** Which apps are on a Page, as Meta says now (Meta docs: Page subscribed_apps). */
export async function readSubscribedApps(
  graph: GraphClient,
  pageId: string,
  pageToken: string,
): Promise<SubscribedApps> {
  const app = z.object({
    id: z.string(),
    name: z.string().optional(),
    subscribed_fields: z.array(z.string()).optional(),
  });
  const path = `${pageId}/subscribed_apps`;
  const { data } = await graph.call({
    method: "GET",
    path,
    token: pageToken,
    answer: z.object({ data: z.array(app) }),
  });
  const apps = data.map(({ id, name, subscribed_fields }) => ({
    id,
    name: name ?? id,
    fields: subscribed_fields ?? [],
  }));
  return {
    fields: apps.find(({ id }) => id === graph.appId)?.fields ?? [],
    others: apps.filter(({ id }) => id !== graph.appId),
  };
}

/** Fields of the Page that come to this app, as Meta says now. Empty when the app is not installed on the Page. */
export async function readSubscribedFields(graph: GraphClient, pageId: string, pageToken: string): Promise<string[]> {
  return (await readSubscribedApps(graph, pageId, pageToken)).fields;
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

export type AppSubscription = {
  object: string;
  callbackUrl: string;
  isActive: boolean;
  /** With the version of the API whose payloads come, where Meta names it. */
  fields: { name: string; version: string | null }[];
};

/** What the app itself is subscribed to: an event comes only when its field is on here and on the Page. */
export async function listAppSubscriptions(graph: GraphClient): Promise<AppSubscription[]> {
  const answer = z.object({
    data: z.array(
      z.object({
        object: z.string(),
        callback_url: z.string().catch(""),
        active: z.boolean().catch(true),
        fields: z
          .array(z.union([z.string(), z.object({ name: z.string(), version: z.string().optional() })]))
          .catch([]),
      }),
    ),
  });
  const path = `${graph.appId}/subscriptions`;
  const { data } = await graph.call({ method: "GET", path, token: graph.appToken, answer });
  return data.map(({ object, callback_url, active, fields }) => ({
    object,
    callbackUrl: callback_url,
    isActive: active,
    fields: fields.map((field) =>
      typeof field === "string" ? { name: field, version: null } : { name: field.name, version: field.version ?? null },
    ),
  }));
}

export type AppSubscriptionChange = {
  object: "page" | "instagram";
  callbackUrl: string;
  verifyToken: string;
  /** Added to those that are on already: the edge takes none away. */
  fields: readonly string[];
};

/**
 * Sets where events of an object go, and adds fields (Meta docs: Graph API, Application Subscriptions). Meta makes the
 * handshake with the callback address during the call.
 * @throws {GraphError} code 2200 when the handshake failed
 */
export async function writeAppSubscription(graph: GraphClient, change: AppSubscriptionChange): Promise<void> {
  const { object, callbackUrl, verifyToken, fields } = change;
  const form = {
    object,
    callback_url: callbackUrl,
    verify_token: verifyToken,
    fields: fields.join(","),
    include_values: "true",
  };
  await graph.call({
    method: "POST",
    path: `${graph.appId}/subscriptions`,
    token: graph.appToken,
    form,
    answer: appSuccess,
  });
}
