import "server-only";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { Db } from "@/lib/db/db";
import { noteFailedAction } from "@/lib/delivery-errors/note-failed-action";
import type { GraphClient } from "@/lib/graph/graph-client";
import { sendSenderAction } from "@/lib/graph/sender-actions";
import { log } from "@/lib/log";
import { onGlobal } from "@/lib/on-global";
import type { RefusalSurroundings } from "@/lib/pages/note-refusal";
import { findPage } from "@/lib/pages/page-queries";
import { findPageToken } from "@/lib/pages/page-token";
import { QuietTimes } from "./quiet-times";

export type Surroundings = RefusalSurroundings & { graph: GraphClient };
export type Signal = "typing_on" | "typing_off" | "mark_seen";

/** After one failed, the person gets no more of its kind for so long: a block, say, would be refused with every key. */
const QUIET_AFTER_FAILURE_MS = 10 * 60_000;
const failures = () => onGlobal("failedSignals", () => new QuietTimes());

/**
 * A passing sign to a person. Never queued, never tried again: a moment later it would say something that is no longer
 * true. Not made where Meta would refuse it anyway: outside the window, while another app answers, on a Page without a
 * living token. Never throws; a failure is written down as a delivery error.
 */
export async function signal(
  db: Db,
  conversation: Conversation,
  action: Signal,
  { graph, ...surroundings }: Surroundings,
): Promise<void> {
  const { pageId, psid, isStandby, window } = conversation;
  const operation = action === "mark_seen" ? "mark_seen" : "typing";
  const key = `${operation} ${conversation.id}`;
  if (isStandby || !window.isOpen || failures().isQuiet(key, Date.now())) return;
  try {
    const page = await findPage(db, pageId);
    const pageToken = page?.tokenStatus === "invalid" ? null : await findPageToken(db, pageId);
    if (pageToken === null) return;
    await sendSenderAction(graph, { pageId, pageToken, psid }, { action }).catch(async (error: unknown) => {
      failures().note(key, Date.now() + QUIET_AFTER_FAILURE_MS);
      await noteFailedAction(db, { pageId, conversationId: Number(conversation.id), operation }, error, surroundings);
    });
  } catch (error) {
    log.error({ err: error, pageId }, "a sign to a person could not be made or its failure not be written down");
  }
}
