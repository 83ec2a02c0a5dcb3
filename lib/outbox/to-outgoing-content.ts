import "server-only";
import type { SendMessageInput } from "@/lib/api/schemas/outgoing";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import type { OutgoingAttachment, OutgoingContent } from "@/lib/messenger/outgoing-content";
import { findUpload } from "@/lib/uploads/upload-queries";

/**
 * What was asked for, with what the desk knows of it: the kind of an uploaded file.
 * @throws {AppError} `invalid_input` when the file is not one of this Page
 */
export function toOutgoingContent(db: Db, pageId: string, input: Omit<SendMessageInput, "clientId">): OutgoingContent {
  const { attachment, utility, ...rest } = input;
  return {
    ...rest,
    ...(attachment === undefined ? {} : { attachment: toAttachment(db, pageId, attachment) }),
    ...(utility === undefined ? {} : { utility: { ...utility, preview: utility.name } }),
  };
}

function toAttachment(
  db: Db,
  pageId: string,
  attachment: NonNullable<SendMessageInput["attachment"]>,
): OutgoingAttachment {
  if ("url" in attachment) return attachment;
  const upload = findUpload(db, pageId, attachment.attachmentId, Date.now());
  if (upload === undefined) {
    const message = "No file of this Page has this id, or its 90 days are over: upload it again.";
    throw new AppError("invalid_input", message, { fields: [{ path: "attachment.attachmentId", message }] });
  }
  const { type, attachmentId, filename } = upload;
  return { type, attachmentId, filename };
}
