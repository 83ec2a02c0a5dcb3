import "server-only";
import { createHash } from "node:crypto";
import type { Conversation } from "@/lib/api/schemas/inbox";
import type { Upload } from "@/lib/api/schemas/outgoing";
import type { Db } from "@/lib/db/db";
import { noteFailedAction } from "@/lib/delivery-errors/note-failed-action";
import type { GraphClient } from "@/lib/graph/graph-client";
import { type AttachmentFile, uploadMessageAttachment } from "@/lib/graph/message-attachments";
import { getPageToken } from "@/lib/pages/get-page-token";
import type { RefusalSurroundings } from "@/lib/pages/note-refusal";
import { toAsciiFilename } from "./to-safe-filename";
import { listSameUploads, recordUpload, type UploadRow } from "./upload-queries";

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long Meta keeps what was uploaded (Meta docs: saving assets). */
const KEPT_MS = 90 * DAY_MS;
/** What is found here again should not end while a message with it waits. */
const LEAST_LEFT_MS = DAY_MS;

export type UploadRequest = {
  conversation: Pick<Conversation, "id" | "pageId" | "channel">;
  file: AttachmentFile;
  userId: string;
};

/**
 * Takes a file to Meta, to be sent by its id. What the Page has there already is not uploaded again.
 * @throws {AppError} `page_not_linked`; `send_refused` without a living token; `graph_refused` and `graph_unavailable` in
 *   our words
 */
export async function uploadFile(
  db: Db,
  graph: GraphClient,
  { conversation, file, userId }: UploadRequest,
  surroundings: RefusalSurroundings,
): Promise<Upload> {
  const { pageId, channel } = conversation;
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const same = listSameUploads(db, { pageId, sha256, untilMs: Date.now() + LEAST_LEFT_MS }).find(
    (row) => row.channel === channel && row.type === file.type && hasSameName(row, file),
  );
  if (same) return toUpload({ ...same, filename: file.filename });
  const pageToken = await getPageToken(db, pageId);
  const filename = channel === "instagram" ? toAsciiFilename(file.filename) : file.filename;
  const attachmentId = await uploadMessageAttachment(graph, {
    pageId,
    pageToken,
    channel,
    file: { ...file, filename },
  }).catch(async (error: unknown) => {
    const action = { pageId, conversationId: Number(conversation.id), operation: "upload" } as const;
    throw await noteFailedAction(db, action, error, surroundings);
  });
  const createdMs = Date.now();
  const row = recordUpload(db, {
    pageId,
    channel,
    attachmentId,
    type: file.type,
    filename: file.filename,
    sizeBytes: file.bytes.length,
    sha256,
    userId,
    createdMs,
    expiresMs: createdMs + KEPT_MS,
  });
  return toUpload(row);
}

/** People see the name of a file, not that of a picture, a video or a recording. */
const hasSameName = (row: UploadRow, file: AttachmentFile) => file.type !== "file" || row.filename === file.filename;

function toUpload({ attachmentId, type, filename, sizeBytes, expiresMs }: UploadRow): Upload {
  return { attachmentId, type, filename, sizeBytes, expiresAt: expiresMs };
}
