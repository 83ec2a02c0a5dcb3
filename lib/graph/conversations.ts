import "server-only";
import { z } from "zod";
import type { MediaType } from "@/lib/messenger/outgoing-content";
import type { GraphClient } from "./graph-client";

/** Meta tells details of the newest twenty only (Meta docs: Conversations API). */
export const NEWEST_TOLD = 20;

export type ToldMessage = {
  mid: string;
  /** To the second. */
  createdMs: number;
  isFromPerson: boolean;
  text: string;
  /** Kinds of what is attached; null: Meta does not tell. */
  attached: (MediaType | null)[];
};

const file = z.object({
  mime_type: z.string().nullish(),
  image_data: z.unknown().optional(),
  video_data: z.unknown().optional(),
});
const messageAnswer = z.object({
  id: z.string().min(1),
  // A message at an unknown time would make the list look as if it went back further than it does.
  created_time: z.string().refine((time) => !Number.isNaN(Date.parse(time))),
  from: z.object({ id: z.string() }).nullish(),
  message: z.string().nullish(),
  attachments: z.object({ data: z.array(file) }).nullish(),
});
const answer = z.object({
  data: z.array(z.object({ messages: z.object({ data: z.array(messageAnswer) }).optional() })),
});

/**
 * The newest messages of one person's conversation with the Page as Meta has them, newest first; at most two calls a
 * second and Page (Meta docs: Conversations API).
 * @returns null when Meta shows no such conversation: that says nothing of what is in it, since the person wrote to us
 * @throws {GraphError} and {GraphUnavailableError}
 */
export async function listNewestMessages(
  graph: GraphClient,
  {
    pageId,
    pageToken,
    psid,
    channel,
  }: { pageId: string; pageToken: string; psid: string; channel: "messenger" | "instagram" },
): Promise<ToldMessage[] | null> {
  const fields = `messages.limit(${NEWEST_TOLD}){id,created_time,from,message,attachments}`;
  const { data } = await graph.call({
    method: "GET",
    path: `${pageId}/conversations`,
    token: pageToken,
    query: { platform: channel, user_id: psid, fields },
    answer,
  });
  const messages = data[0]?.messages?.data;
  if (messages === undefined) return null;
  return messages.map(({ id, created_time, from, message, attachments }) => ({
    mid: id,
    createdMs: Date.parse(created_time),
    isFromPerson: from?.id === psid,
    text: message ?? "",
    attached: (attachments?.data ?? []).map(toType),
  }));
}

function toType({ mime_type, image_data, video_data }: z.infer<typeof file>): MediaType | null {
  if (mime_type) {
    const [kind] = mime_type.split("/");
    return kind === "image" || kind === "audio" || kind === "video" ? kind : "file";
  }
  if (image_data) return "image";
  return video_data ? "video" : null;
}
