import "server-only";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { ThreadControlInput } from "@/lib/api/schemas/outgoing";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { noteFailedAction } from "@/lib/delivery-errors/note-failed-action";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError } from "@/lib/graph/graph-error";
import { changeThreadControl, type ThreadControl } from "@/lib/graph/thread-control";
import { getConversation } from "@/lib/inbox/conversation-queries";
import { toInboxAppId } from "@/lib/messenger/known-apps";
import { getPageToken } from "@/lib/pages/get-page-token";
import type { RefusalSurroundings } from "@/lib/pages/note-refusal";
import { askThreadOwner } from "./ask-thread-owner";
import { type Handover, recordHandover } from "./record-handover";

/** Without a default app nobody may take a thread (Meta docs: Conversation Routing). */
const MAY_NOT_TAKE = 2018171;

export type ThreadChange = { conversationId: number; input: ThreadControlInput; userId: string };

/**
 * Takes a thread, asks for it, hands it to another app or lets it go, and says who holds it now.
 * @throws {AppError} `not_found`; `page_not_linked`; `send_refused` without a living token; `graph_refused` and
 *   `graph_unavailable` in our words, and then there is a delivery error
 */
export async function changeThread(
  db: Db,
  graph: GraphClient,
  { conversationId, input, userId }: ThreadChange,
  surroundings: RefusalSurroundings,
): Promise<Conversation> {
  const conversation = await getConversation(db, conversationId, Date.now());
  const { pageId, psid, channel } = conversation;
  const pageToken = await getPageToken(db, pageId);
  const { action, targetAppId = toInboxAppId(channel), metadata } = input;
  const control: ThreadControl = action === "pass" ? { action, targetAppId, metadata } : { action, metadata };
  try {
    await changeThreadControl(graph, { pageId, pageToken, psid }, control);
  } catch (error) {
    if (!(await isFreeAnyway(db, graph, conversation, control, error, surroundings))) {
      const failed = { pageId, conversationId, operation: `${action}_thread_control` } as const;
      throw await noteFailedAction(db, failed, error, surroundings);
    }
    return getConversation(db, conversationId, Date.now());
  }
  const nowMs = Date.now();
  recordChange(db, { conversationId, pageId, control, userId }, nowMs);
  if (action !== "request") {
    const handover = { conversationId, userId, ...toHandover(graph.appId, control) };
    surroundings.publish(recordHandover(db, graph.appId, handover, nowMs));
  }
  // Who was asked may have agreed at once, and what is let go may fall back to the Page's default app.
  if (action === "request" || action === "release") await askThreadOwner(db, graph, conversation, surroundings);
  return getConversation(db, conversationId, Date.now());
}

const AUDITED = { take: "taken", request: "requested", release: "released", pass: "passed" } as const;

function recordChange(
  db: Db,
  change: { conversationId: number; pageId: string; control: ThreadControl; userId: string },
  atMs: number,
): void {
  const { conversationId, pageId, control, userId } = change;
  const about = control.action === "pass" ? { detail: { toAppId: control.targetAppId } } : {};
  const action = `thread.${AUDITED[control.action]}` as const;
  recordAudit(db, { atMs, userId, action, target: String(conversationId), pageId, ...about });
}

function toHandover(ownAppId: string, control: ThreadControl): Pick<Handover, "kind" | "toAppId" | "metadata"> {
  const metadata = control.metadata ?? null;
  if (control.action === "take") return { kind: "take_thread_control", toAppId: ownAppId, metadata };
  return { kind: "pass_thread_control", toAppId: control.action === "pass" ? control.targetAppId : null, metadata };
}

/** Where threads cannot be taken, one that nobody holds can be answered all the same. */
async function isFreeAnyway(
  db: Db,
  graph: GraphClient,
  conversation: Conversation,
  { action }: ThreadControl,
  error: unknown,
  surroundings: RefusalSurroundings,
): Promise<boolean> {
  if (action !== "take" || !(error instanceof GraphError) || error.subcode !== MAY_NOT_TAKE) return false;
  const { state } = await askThreadOwner(db, graph, conversation, surroundings);
  return state === "desk" || state === "idle";
}
