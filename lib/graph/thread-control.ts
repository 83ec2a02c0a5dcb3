import "server-only";
import { z } from "zod";
import type { GraphClient } from "./graph-client";

/** A thread, and the token to act in it with. */
export type ThreadAddress = { pageId: string; pageToken: string; psid: string };

/** `metadata` is told to the app that gets the thread, or is asked for it; letting a thread go tells nobody. */
export type ThreadControl =
  | { action: "take" | "request" | "release"; metadata: string | undefined }
  | { action: "pass"; targetAppId: string; metadata: string | undefined };

/** Both shapes are seen. */
const success = z.object({ success: z.union([z.literal(true), z.literal("true")]) });

/**
 * Takes a thread, asks for it, lets it go or passes it on (Meta docs: Conversation Routing).
 * @throws {GraphError} 2018300 or 100/2534037 another app holds it, 2018321 an automation does, 2018171 this app may not,
 *   100/2018164 no such app; {GraphUnavailableError}
 */
export async function changeThreadControl(
  graph: GraphClient,
  { pageId, pageToken, psid }: ThreadAddress,
  control: ThreadControl,
): Promise<void> {
  await graph.call({
    method: "POST",
    path: `${pageId}/${control.action}_thread_control`,
    token: pageToken,
    json: {
      recipient: { id: psid },
      ...(control.action === "pass" ? { target_app_id: control.targetAppId } : {}),
      ...(control.action !== "release" && control.metadata !== undefined ? { metadata: control.metadata } : {}),
    },
    answer: success,
  });
}

/** The app that holds a thread: it is named only to itself and to the Page's default app. `expiresMs`: Unix ms. */
export type HeldBy = { appId: string | null; expiresMs: number | null };

const owner = z.object({
  app_id: z.union([z.string(), z.number()]).transform(String).optional(),
  expiration: z.number().optional(),
});

/** Who holds a thread; null while nobody does (Meta docs: Conversation Routing, thread owner). */
export async function readThreadOwner(graph: GraphClient, thread: ThreadAddress): Promise<HeldBy | null> {
  const { data } = await graph.call({
    method: "GET",
    path: `${thread.pageId}/thread_owner`,
    token: thread.pageToken,
    query: { recipient: thread.psid },
    answer: z.object({ data: z.array(z.object({ thread_owner: owner })) }),
  });
  const held = data[0]?.thread_owner;
  if (!held) return null;
  const { app_id: appId = null, expiration } = held;
  return { appId, expiresMs: expiration === undefined ? null : expiration * 1000 };
}

/** Apps of the Page that take threads, as Meta lists them (Meta docs: secondary receivers). */
export async function listThreadReceivers(
  graph: GraphClient,
  { pageId, pageToken }: Omit<ThreadAddress, "psid">,
): Promise<{ id: string; name: string }[]> {
  const app = z.object({ id: z.union([z.string(), z.number()]).transform(String), name: z.string().optional() });
  const { data } = await graph.call({
    method: "GET",
    path: `${pageId}/secondary_receivers`,
    token: pageToken,
    query: { fields: "id,name" },
    answer: z.object({ data: z.array(app) }),
  });
  return data.map(({ id, name }) => ({ id, name: name ?? id }));
}
