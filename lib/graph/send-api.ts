import "server-only";
import { z } from "zod";
import type { GraphClient, UsageHeaders } from "./graph-client";

export type SendCall = {
  pageId: string;
  pageToken: string;
  /** As `toSendBody` makes it. */
  body: Record<string, unknown>;
  onUsage: (headers: UsageHeaders) => void;
  /** Meta fetches a video before it answers, for up to 75 s (Meta docs: saving assets). */
  fetchesVideo: boolean;
};

const VIDEO_TIMEOUT_MS = 90_000;

/**
 * Sends one message (Meta docs: Send API). Accepted is not delivered.
 * @returns the mid
 * @throws {GraphError} and {GraphUnavailableError}
 */
export async function sendMessage(
  graph: GraphClient,
  { pageId, pageToken, body, onUsage, fetchesVideo }: SendCall,
): Promise<string> {
  const { message_id } = await graph.call({
    method: "POST",
    path: `${pageId}/messages`,
    token: pageToken,
    json: body,
    onUsage,
    ...(fetchesVideo ? { timeoutMs: VIDEO_TIMEOUT_MS } : {}),
    answer: z.object({ message_id: z.string().min(1) }),
  });
  return message_id;
}
