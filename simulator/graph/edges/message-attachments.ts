import { readMessage } from "../../send/message-limits";
import { resolveAttachment, saveAttachment } from "../../send/resolve-attachment";
import type { World } from "../../world";
import { authenticate, mayUse, requirePageToken } from "../authenticate";
import { GraphError, invalidParameter } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";

/**
 * `POST /{page-id}/message_attachments`: uploads once, to be sent by id for 90 days.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/saving-assets
 */
export async function uploadAttachment(world: World, request: GraphRequest): Promise<GraphAnswer> {
  const caller = requirePageToken(authenticate(world, request), request.segments[0] ?? "me");
  if (!mayUse(world, caller, "pages_messaging")) {
    throw new GraphError("(#230) Requires pages_messaging permission to manage the object", { code: 230, status: 403 });
  }
  const { attachment } = readMessage(request.params.value("message"), request.file !== null);
  if (attachment === null || attachment.type === "template") {
    throw invalidParameter("Param message must contain an attachment to upload.");
  }
  const resolved = await resolveAttachment(world, caller.page, attachment, request.file);
  if (resolved.attachmentId !== null) return { body: { attachment_id: resolved.attachmentId } };
  const url = String(attachment.payload.url ?? "");
  return { body: { attachment_id: saveAttachment(world, caller.page, attachment.type, url).id } };
}
