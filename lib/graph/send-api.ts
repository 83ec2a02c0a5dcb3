import "server-only";
import { z } from "zod";
import type { GraphClient } from "./graph-client";

export type TextMessage = {
  pageId: string;
  pageToken: string;
  psid: string;
  text: string;
  /** Comes back on the echo, at most 1,000 characters. */
  metadata: string;
};

/** Answers inside the standard messaging window. Accepted is not delivered (Meta docs: Send API). @returns the mid */
export async function sendTextResponse(graph: GraphClient, message: TextMessage): Promise<string> {
  const { pageId, pageToken, psid, text, metadata } = message;
  const { message_id } = await graph.call({
    method: "POST",
    path: `${pageId}/messages`,
    token: pageToken,
    json: { recipient: { id: psid }, messaging_type: "RESPONSE", message: { text, metadata } },
    answer: z.object({ message_id: z.string().min(1) }),
  });
  return message_id;
}
