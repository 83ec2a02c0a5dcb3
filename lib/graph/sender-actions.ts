import "server-only";
import { z } from "zod";
import type { GraphClient } from "./graph-client";

/** Signs to a person that are no messages (Meta docs: sender actions). */
export type SenderAction =
  | { action: "typing_on" | "typing_off" | "mark_seen" }
  /** The Page's reaction to a message; another one takes its place. */
  | { action: "react"; mid: string; emoji: string }
  | { action: "unreact"; mid: string };

/**
 * Makes one sign. Meta takes nothing else in the same request (100/2018014), and answers with the recipient alone.
 * `typing_on` fades by itself after about twenty seconds (Meta docs: sender actions).
 */
export async function sendSenderAction(
  graph: GraphClient,
  { pageId, pageToken, psid }: { pageId: string; pageToken: string; psid: string },
  sign: SenderAction,
): Promise<void> {
  await graph.call({
    method: "POST",
    path: `${pageId}/messages`,
    token: pageToken,
    json: { recipient: { id: psid }, sender_action: sign.action, ...toPayload(sign) },
    answer: z.object({ recipient_id: z.string().optional() }),
  });
}

function toPayload(sign: SenderAction): { payload?: { message_id: string; reaction?: string } } {
  if (sign.action === "react") return { payload: { message_id: sign.mid, reaction: sign.emoji } };
  return sign.action === "unreact" ? { payload: { message_id: sign.mid } } : {};
}
