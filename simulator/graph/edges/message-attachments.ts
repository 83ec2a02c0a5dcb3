import { readMessage } from "../../send/message-limits";
import { resolveAttachment } from "../../send/resolve-attachment";
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
  const channel = request.params.text("platform") === "instagram" ? "instagram" : "messenger";
  if (channel === "instagram" && caller.page.instagram === null) {
    throw invalidParameter("The Page has no Instagram account.", 2534013);
  }
  const { payload, type } = attachment;
  const reusable = { type, payload: { ...payload, is_reusable: true } };
  const { attachmentId } = await resolveAttachment(world, caller.page, channel, reusable, request.file);
  return { body: { attachment_id: attachmentId } };
}
