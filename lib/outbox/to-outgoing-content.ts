import "server-only";
import type { SendMessageInput } from "@/lib/api/schemas/outgoing";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import type { GraphClient } from "@/lib/graph/graph-client";
import type { OutgoingAttachment, OutgoingContent } from "@/lib/messenger/outgoing-content";
import { findUpload } from "@/lib/uploads/upload-queries";
import { fillTemplate } from "@/lib/utility-templates/fill-template";

type Place = { pageId: string; channel: "messenger" | "instagram" };

/**
 * What was asked for, with what the desk knows of it: the kind of an uploaded file, how a utility template reads.
 * @throws {AppError} `invalid_input` when the file or the template is not one of this Page, or cannot be sent so
 * @throws {GraphError} and {GraphUnavailableError} when the Page's templates are not known and Meta does not list them
 */
export async function toOutgoingContent(
  db: Db,
  graph: GraphClient,
  { pageId, channel }: Place,
  input: Omit<SendMessageInput, "clientId">,
): Promise<OutgoingContent> {
  const { attachment, utility, ...rest } = input;
  return {
    ...rest,
    ...(attachment === undefined ? {} : { attachment: toAttachment(db, { pageId, channel }, attachment) }),
    ...(utility === undefined ? {} : { utility: await fillTemplate(db, graph, pageId, utility) }),
  };
}

function toAttachment(
  db: Db,
  place: Place,
  attachment: NonNullable<SendMessageInput["attachment"]>,
): OutgoingAttachment {
  if ("url" in attachment) return attachment;
  const upload = findUpload(db, { ...place, attachmentId: attachment.attachmentId }, Date.now());
  if (upload === undefined) {
    const message = "No file of this Page has this id on this channel, or its 90 days are over: upload it again.";
    throw new AppError("invalid_input", message, { fields: [{ path: "attachment.attachmentId", message }] });
  }
  const { type, attachmentId, filename } = upload;
  return { type, attachmentId, filename };
}
