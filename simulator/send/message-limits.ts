import { invalidParameter } from "../graph/graph-error";
import type { QuickReply } from "../state/simulator-state";

const MAX_TEXT = 2_000;
const MAX_QUICK_REPLIES = 13;
const MAX_TITLE = 20;
const MAX_PAYLOAD = 1_000;
const MAX_METADATA = 1_000;
const ATTACHMENT_TYPES = ["image", "audio", "video", "file", "template"];
const QUICK_REPLY_TYPES = ["text", "user_phone_number", "user_email"];

export type Fields = Record<string, unknown>;

const MAX_INSTAGRAM_TEXT_BYTES = 1_000;

export interface MessageContent {
  text: string | null;
  attachment: { type: string; payload: Fields } | null;
  stickerId: string | null;
  quickReplies: QuickReply[];
  metadata: string | null;
}

/** A plain object, or null for anything else. */
export function toFields(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/**
 * Reads the `message` of a send and holds it against the platform's limits.
 *
 * @throws {GraphError} 100 with the subcode of what is wrong
 * @see https://developers.facebook.com/docs/messenger-platform/reference/send-api
 */
export function readMessage(value: unknown, hasFile: boolean): MessageContent {
  const message = toFields(value);
  if (message === null) throw invalidParameter("Param message must be an object.");
  const text = readText(message.text, "message[text]", MAX_TEXT);
  const attachment = readAttachment(message.attachment, hasFile);
  const stickerId = message.sticker_id === undefined ? null : String(message.sticker_id);
  if ((text === null || text === "") && attachment === null && stickerId === null) {
    throw invalidParameter("Message cannot be empty, must provide valid attachment or text", 2018034);
  }
  if (text !== null && attachment !== null)
    throw invalidParameter("Cannot send both text and attachment at the same time.");
  const metadata = readText(message.metadata, "message[metadata]", MAX_METADATA);
  return { text, attachment, stickerId, metadata, quickReplies: readQuickReplies(message.quick_replies) };
}

function readText(value: unknown, name: string, max: number): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw invalidParameter(`Param ${name} must be a string.`);
  if ([...value].length > max) {
    throw invalidParameter(`Length of param ${name} must be less than or equal to ${max}`);
  }
  return value;
}

function readAttachment(value: unknown, hasFile: boolean): MessageContent["attachment"] {
  if (value === undefined || value === null) return null;
  const attachment = toFields(value);
  const type = attachment?.type;
  if (attachment === null || typeof type !== "string" || !ATTACHMENT_TYPES.includes(type)) {
    throw invalidParameter(`Param message[attachment][type] must be one of {${ATTACHMENT_TYPES.join(", ")}}`);
  }
  const payload = toFields(attachment.payload) ?? {};
  if (type === "template") {
    if (typeof payload.template_type !== "string") {
      throw invalidParameter("Param message[attachment][payload] must contain template_type.");
    }
  } else if (!hasFile && payload.url === undefined && payload.attachment_id === undefined) {
    throw invalidParameter("Param message[attachment][payload] must contain url or attachment_id.");
  }
  return { type, payload };
}

function readQuickReplies(value: unknown): QuickReply[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalidParameter("Param message[quick_replies] must be an array.");
  if (value.length > MAX_QUICK_REPLIES) {
    throw invalidParameter(`Param message[quick_replies] must have at most ${MAX_QUICK_REPLIES} elements.`);
  }
  return value.map((item: unknown, index) => {
    const reply = toFields(item) ?? {};
    const name = `message[quick_replies][${index}]`;
    const contentType = String(reply.content_type ?? "");
    if (!QUICK_REPLY_TYPES.includes(contentType)) {
      throw invalidParameter(`Param ${name}[content_type] must be one of {${QUICK_REPLY_TYPES.join(", ")}}`);
    }
    const title = readText(reply.title, `${name}[title]`, Number.POSITIVE_INFINITY) ?? "";
    const payload = readText(reply.payload, `${name}[payload]`, MAX_PAYLOAD) ?? "";
    if (contentType === "text" && (title === "" || payload === "")) {
      throw invalidParameter(`Param ${name} must have a title and a payload.`);
    }
    // Longer titles are not refused: they are cut on display.
    return { contentType, title: [...title].slice(0, MAX_TITLE).join(""), payload };
  });
}

/**
 * What Instagram does not take: more than 1,000 bytes of text (unconfirmed), and the quick replies that ask for a phone
 * number or an e-mail address (off since 5 October 2026).
 *
 * @throws {GraphError} 100/2534015
 */
export function checkInstagram({ text, quickReplies, attachment }: MessageContent): void {
  if (text !== null && Buffer.byteLength(text) > MAX_INSTAGRAM_TEXT_BYTES) {
    throw invalidParameter(`The text must be at most ${MAX_INSTAGRAM_TEXT_BYTES} bytes long.`, 2534015);
  }
  if (quickReplies.some(({ contentType }) => contentType !== "text")) {
    throw invalidParameter("This type of quick reply is not available on Instagram.", 2534015);
  }
  if (attachment?.payload.template_type === "one_time_notif_req") {
    throw invalidParameter("One-time notifications are not available on Instagram.", 2534015);
  }
}
