import "server-only";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { listThreadReceivers } from "@/lib/graph/thread-control";
import { toKnownApp } from "@/lib/messenger/known-apps";
import { getPageToken } from "@/lib/pages/get-page-token";
import { noteRefusal, type RefusalSurroundings } from "@/lib/pages/note-refusal";
import { findPage } from "@/lib/pages/page-queries";

/**
 * Other apps of the Page that a thread can be passed to, Meta's own inboxes and automations left out: those are no names to
 * choose from. What was known of the Page's apps when Meta does not say. @throws {AppError} `page_not_linked`;
 *   `send_refused` without a token
 */
export async function listReceivers(
  db: Db,
  graph: GraphClient,
  { pageId }: Pick<Conversation, "pageId">,
  surroundings: RefusalSurroundings,
): Promise<{ appId: string; name: string }[]> {
  const pageToken = await getPageToken(db, pageId);
  const known = (await findPage(db, pageId))?.otherApps ?? [];
  const told = await listThreadReceivers(graph, { pageId, pageToken }).catch(async (error: unknown) => {
    if (error instanceof GraphError) await noteRefusal(db, pageId, error, surroundings);
    else if (!(error instanceof GraphUnavailableError)) throw error;
    return [];
  });
  const names = new Map([...known, ...told].map(({ id, name }) => [id, name]));
  return [...names]
    .filter(([id]) => id !== graph.appId && toKnownApp(id) === null)
    .map(([appId, name]) => ({ appId, name }));
}
