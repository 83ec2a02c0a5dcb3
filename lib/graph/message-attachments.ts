import "server-only";
import { z } from "zod";
import type { MediaType } from "@/lib/messenger/outgoing-content";
import type { GraphClient } from "./graph-client";

export type AttachmentFile = {
  type: MediaType;
  filename: string;
  contentType: string;
  bytes: Uint8Array<ArrayBuffer>;
};

/** 25 MB over a slow line, and Meta's own work on a video. */
const TIMEOUT_MS = 120_000;

/**
 * Uploads a file to be sent by its id, as often as wanted, for 90 days. The id belongs to the Page (Meta docs: saving
 * assets; Instagram messaging, upload media). @returns the attachment id
 */
export async function uploadMessageAttachment(
  graph: GraphClient,
  {
    pageId,
    pageToken,
    channel,
    file,
  }: { pageId: string; pageToken: string; channel: "messenger" | "instagram"; file: AttachmentFile },
): Promise<string> {
  const multipart = new FormData();
  multipart.set("message", JSON.stringify({ attachment: { type: file.type, payload: { is_reusable: true } } }));
  if (channel === "instagram") multipart.set("platform", "instagram");
  multipart.set("filedata", new Blob([file.bytes], { type: file.contentType }), file.filename);
  const { attachment_id } = await graph.call({
    method: "POST",
    path: `${pageId}/message_attachments`,
    token: pageToken,
    multipart,
    timeoutMs: TIMEOUT_MS,
    answer: z.object({ attachment_id: z.coerce.string().min(1) }),
  });
  return attachment_id;
}
