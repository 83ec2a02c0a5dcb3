import "server-only";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { ThreadOwner } from "@/lib/api/schemas/outgoing";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { type HeldBy, readThreadOwner } from "@/lib/graph/thread-control";
import { Changes } from "@/lib/inbox/changes";
import { noteStuck } from "@/lib/inbox/note-stuck";
import { findThreadById } from "@/lib/inbox/thread-queries";
import { getPageToken } from "@/lib/pages/get-page-token";
import { noteRefusal, type RefusalSurroundings } from "@/lib/pages/note-refusal";
import { findPage } from "@/lib/pages/page-queries";
import { recordHolder } from "./record-handover";

const UNKNOWN: ThreadOwner = { state: "unknown", appId: null, appName: null, expiresAt: null };

type Asked = Pick<Conversation, "id" | "pageId" | "psid">;

/**
 * Asks Meta who holds a thread at this moment, and keeps the answer: a hold ends by itself after 24 hours, of which no
 * webhook tells. `unknown` when Meta does not say. @throws {AppError} `page_not_linked`; `send_refused` without a token
 */
export async function askThreadOwner(
  db: Db,
  graph: GraphClient,
  conversation: Asked,
  surroundings: RefusalSurroundings,
): Promise<ThreadOwner> {
  const { pageId, psid } = conversation;
  const pageToken = await getPageToken(db, pageId);
  try {
    const held = await readThreadOwner(graph, { pageId, pageToken, psid });
    surroundings.publish(keepHolder(db, graph.appId, Number(conversation.id), held, Date.now()));
    return await toThreadOwner(db, graph.appId, pageId, held);
  } catch (error) {
    if (error instanceof GraphError) await noteRefusal(db, pageId, error, surroundings);
    else if (!(error instanceof GraphUnavailableError)) throw error;
    return UNKNOWN;
  }
}

/** Only what is news is written. */
function keepHolder(db: Db, ownAppId: string, conversationId: number, held: HeldBy | null, nowMs: number): Changes {
  const changes = new Changes();
  inTransaction(db, () => {
    const thread = findThreadById(db, conversationId);
    if (!thread) return;
    const isStandby = held !== null && held.appId !== ownAppId;
    const wasStandby = (thread.standbyMs ?? -1) > (thread.primaryMs ?? -1);
    // Somebody whom Meta does not name is whom it named last, if that was not us.
    const known = thread.ownerAppId === ownAppId ? null : thread.ownerAppId;
    const appId = isStandby ? (held.appId ?? known) : (held?.appId ?? null);
    if (isStandby === wasStandby && appId === thread.ownerAppId) return;
    recordHolder(db, thread, { appId, ownAppId, isStandby }, nowMs);
    changes.conversations.add(thread.id);
    noteStuck(db, thread.id, changes);
  });
  return changes;
}

async function toThreadOwner(db: Db, ownAppId: string, pageId: string, held: HeldBy | null): Promise<ThreadOwner> {
  if (held === null) return { state: "idle", appId: null, appName: null, expiresAt: null };
  const { appId, expiresMs } = held;
  if (appId === ownAppId) return { state: "desk", appId, appName: null, expiresAt: expiresMs };
  const page = await findPage(db, pageId);
  const appName = page?.otherApps?.find(({ id }) => id === appId)?.name ?? null;
  return { state: "other", appId, appName, expiresAt: expiresMs };
}
