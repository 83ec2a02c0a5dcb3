import { appendOutgoing, emitEcho, followUp } from "../../send/accept-send";
import { checkTemplate } from "../../send/check-template";
import { checkThread, checkWindow, noMatchingUser } from "../../send/check-thread";
import { readMessage, toFields } from "../../send/message-limits";
import { resolveAttachment } from "../../send/resolve-attachment";
import { applySenderAction } from "../../send/sender-action";
import type { Thread } from "../../state/simulator-state";
import { findMessage } from "../../state/threads";
import type { World } from "../../world";
import { authenticate, holdsTask, mayUse, requirePageToken } from "../authenticate";
import { GraphError, invalidParameter } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";
import { checkRate } from "../rate-limits";

const MESSAGING_TYPES = ["RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY"];
const NOTIFICATION_TYPES = ["REGULAR", "SILENT_PUSH", "NO_PUSH"];
const STICKER_PATH = "/_simulator/media/sticker.png";

/**
 * `POST /{page-id}/messages`, the Send API. The order of the checks is fixed so that a request with two faults
 * always gets the same refusal: token, proof, permission, Page, shape, mode, recipient, restriction, blocking,
 * thread control, window and tag, rate.
 *
 * @see https://developers.facebook.com/docs/messenger-platform/reference/send-api
 */
export async function sendMessage(world: World, request: GraphRequest): Promise<GraphAnswer> {
  const { params } = request;
  const authenticated = authenticate(world, request);
  if (!mayUse(world, authenticated, "pages_messaging")) {
    throw new GraphError("(#230) Requires pages_messaging permission to manage the object", { code: 230, status: 403 });
  }
  const caller = requirePageToken(authenticated, request.segments[0] ?? "me");
  const { page } = caller;
  if (!holdsTask(caller, "MESSAGING")) {
    throw new GraphError("(#200) The user must hold the MESSAGING task on the Page.", { code: 200, status: 403 });
  }

  const messagingType = params.text("messaging_type") ?? "RESPONSE";
  if (!MESSAGING_TYPES.includes(messagingType)) {
    throw invalidParameter(`Param messaging_type must be one of {${MESSAGING_TYPES.join(", ")}}`);
  }
  const notificationType = params.text("notification_type") ?? "REGULAR";
  if (!NOTIFICATION_TYPES.includes(notificationType)) {
    throw invalidParameter(`Param notification_type must be one of {${NOTIFICATION_TYPES.join(", ")}}`);
  }
  const scopedId = readRecipient(params.value("recipient"));
  const action = params.text("sender_action");
  if (action !== undefined && params.has("message")) {
    throw invalidParameter("Cannot send both message and state at the same time.", 2018014);
  }
  if (action === undefined && !params.has("message")) throw invalidParameter("The parameter message is required.");
  const content = action === undefined ? readMessage(params.value("message"), request.file !== null) : null;
  if (content?.attachment?.type === "template") checkTemplate(content.attachment.payload);

  const thread = world.state.threads.get(scopedId);
  if (thread === undefined) throw noMatchingUser();
  checkThread(world, page, thread);
  if (content === null) {
    checkRate(world, page);
    applySenderAction(world, thread, action ?? "", toFields(params.value("payload")));
    return { body: { recipient_id: scopedId } };
  }
  const replyToMid = readReplyTo(params.value("reply_to"), thread);
  const tag = params.text("tag");
  checkWindow(world, thread, { messagingType, tag });
  checkRate(world, page);
  const resolved =
    content.attachment === null ? null : await resolveAttachment(world, page, content.attachment, request.file);
  const sticker = {
    type: "sticker",
    payload: { url: `${world.origin}${STICKER_PATH}`, sticker_id: content.stickerId },
  };

  const end = world.work.begin();
  const message = appendOutgoing(world, thread, {
    appId: world.state.app.id,
    text: content.text,
    attachments: resolved !== null ? [resolved.shown] : content.stickerId !== null ? [sticker] : [],
    quickReplies: content.quickReplies,
    metadata: content.metadata,
    messagingType,
    tag: tag ?? null,
    replyToMid,
  });
  if (world.settings.echo === "before") await emitEcho(world, thread, message);
  return {
    body: {
      recipient_id: scopedId,
      message_id: message.mid,
      ...(resolved?.attachmentId == null ? {} : { attachment_id: resolved.attachmentId }),
    },
    afterAnswer: () => {
      followUp(world, thread, message);
      end();
    },
  };
}

function readRecipient(value: unknown): string {
  const recipient = toFields(value);
  if (recipient === null) throw invalidParameter("The parameter recipient is required.");
  if (recipient.id === undefined) {
    throw invalidParameter("Param recipient must be one of the variants this simulator knows: {id}.");
  }
  return String(recipient.id);
}

function readReplyTo(value: unknown, thread: Thread): string | null {
  if (value === undefined) return null;
  const mid = toFields(value)?.mid;
  if (typeof mid !== "string" || findMessage(thread, mid) === null)
    throw invalidParameter("Param reply_to[mid] is invalid.");
  return mid;
}
