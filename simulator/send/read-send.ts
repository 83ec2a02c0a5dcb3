import { invalidParameter } from "../graph/graph-error";
import type { GraphRequest } from "../graph/graph-request";
import { checkTemplate } from "./check-template";
import { type Fields, type MessageContent, readMessage, toFields } from "./message-limits";
import { readUtility, type UtilityMessage } from "./utility-message";

const MESSAGING_TYPES = ["RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY"];
const NOTIFICATION_TYPES = ["REGULAR", "SILENT_PUSH", "NO_PUSH"];
const HAND_OVERS = ["pass", "release"];

export type Recipient = { kind: "id"; id: string } | { kind: "one_time"; token: string };

export interface HandOver {
  type: string;
  appId: string | null;
}

/** A call of the Send API, its shape and limits checked. Either an action or one of the two contents is there. */
export interface SendRequest {
  recipient: Recipient;
  messagingType: string;
  tag: string | undefined;
  action: string | null;
  actionPayload: Fields | null;
  content: MessageContent | null;
  utility: UtilityMessage | null;
  replyTo: unknown;
  /** What becomes of the thread afterwards. */
  handOver: HandOver | null;
}

/**
 * Reads a send.
 *
 * @throws {GraphError} 100 with the subcode of what is wrong
 * @see Meta docs: messenger-platform/reference/send-api
 */
export function readSend({ params, file }: GraphRequest): SendRequest {
  const messagingType = params.text("messaging_type") ?? "RESPONSE";
  if (!MESSAGING_TYPES.includes(messagingType)) {
    throw invalidParameter(`Param messaging_type must be one of {${MESSAGING_TYPES.join(", ")}}`);
  }
  const notificationType = params.text("notification_type") ?? "REGULAR";
  if (!NOTIFICATION_TYPES.includes(notificationType)) {
    throw invalidParameter(`Param notification_type must be one of {${NOTIFICATION_TYPES.join(", ")}}`);
  }
  const recipient = readRecipient(params.value("recipient"));
  const action = params.text("sender_action") ?? null;
  if (action !== null && params.has("message")) {
    throw invalidParameter("Cannot send both message and state at the same time.", 2018014);
  }
  if (action === null && !params.has("message")) throw invalidParameter("The parameter message is required.");
  const message = action === null ? params.value("message") : null;
  const utility = message === null ? null : readUtility(message);
  if (utility !== null && messagingType !== "UTILITY") {
    throw invalidParameter("Param messaging_type must be UTILITY for a message template.");
  }
  if (utility === null && messagingType === "UTILITY") {
    throw invalidParameter("Param message[template] is required for messaging_type UTILITY.");
  }
  const content = message === null || utility !== null ? null : readMessage(message, file !== null);
  if (content?.attachment?.type === "template") checkTemplate(content.attachment.payload);
  return {
    recipient,
    messagingType,
    tag: params.text("tag"),
    action,
    actionPayload: toFields(params.value("payload")),
    content,
    utility,
    replyTo: params.value("reply_to"),
    handOver: readHandOver(params.value("thread_control")),
  };
}

function readRecipient(value: unknown): Recipient {
  const recipient = toFields(value);
  if (recipient === null) throw invalidParameter("The parameter recipient is required.");
  const { id, one_time_notif_token: token } = recipient;
  if (id !== undefined && token === undefined) return { kind: "id", id: String(id) };
  if (token !== undefined && id === undefined) return { kind: "one_time", token: String(token) };
  throw invalidParameter(
    "Param recipient must be one of the variants this simulator knows: {id, one_time_notif_token}.",
  );
}

function readHandOver(value: unknown): HandOver | null {
  if (value === undefined) return null;
  const given = toFields(value);
  const type = String(given?.control_type);
  if (!HAND_OVERS.includes(type)) {
    throw invalidParameter(`Param thread_control[control_type] must be one of {${HAND_OVERS.join(", ")}}`);
  }
  if (type === "pass" && given?.app_id === undefined)
    throw invalidParameter("Param thread_control[app_id] is required.");
  return { type, appId: type === "pass" ? String(given?.app_id) : null };
}
