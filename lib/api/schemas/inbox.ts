import { z } from "zod";
import { id, listQuery, nextCursor, unixMs } from "./common";

export const channel = z.enum(["messenger", "instagram"]);
export const conversationStatus = z.enum(["open", "done"]);

export const conversation = z.object({
  id,
  pageId: id,
  psid: id,
  channel,
  /** Null until Meta has told us, or when it will not tell; the UI then shows a stand-in made from the PSID. */
  displayName: z.string().nullable(),
  /** A path on our own origin, or null. */
  pictureUrl: z.string().nullable(),
  /** Text of the newest message. Empty when it has none (an image, say): see `previewKind`. */
  preview: z.string(),
  previewKind: z.enum(["text", "image", "audio", "video", "file", "sticker", "attachment", "none"]),
  previewDirection: z.enum(["in", "out"]),
  unreadCount: z.int(),
  lastActivityAt: unixMs,
  status: conversationStatus,
  /** The standard messaging window: 24 hours from the last action of the person that opens it. */
  window: z.object({ isOpen: z.boolean(), closesAt: unixMs.nullable() }),
});
export type Conversation = z.infer<typeof conversation>;

export const conversationQuery = listQuery.extend({
  pageId: id.optional(),
  status: conversationStatus.optional(),
  unread: z.stringbool().optional(),
  q: z.string().max(200).optional(),
});
export const conversationList = z.object({ conversations: z.array(conversation), nextCursor });
export type ConversationList = z.infer<typeof conversationList>;

export const attachment = z.object({
  /** Meta's type: image, audio, video, file, sticker, fallback, template, location, … */
  type: z.string(),
  /** As Meta sent it. Never load it in a browser: it belongs to another origin. */
  url: z.string().nullable(),
  /** The same bytes through our own origin; null when there is nothing to load. */
  src: z.string().nullable(),
  title: z.string().nullable(),
});
export type Attachment = z.infer<typeof attachment>;

export const messageStatus = z.enum([
  "received",
  "queued",
  "sending",
  "sent",
  "delivered",
  "read",
  "failed",
  "unconfirmed",
]);
export type MessageStatus = z.infer<typeof messageStatus>;

export const messageError = z.object({
  deliveryErrorId: id,
  code: z.int().nullable(),
  subcode: z.int().nullable(),
  /** Meta's own words. */
  message: z.string(),
  fbtraceId: z.string().nullable(),
  /** Ours: one plain sentence, and what to do. */
  title: z.string(),
  advice: z.string(),
  retryable: z.boolean(),
});
export type MessageError = z.infer<typeof messageError>;

export const message = z.object({
  id,
  conversationId: id,
  mid: z.string().nullable(),
  clientId: z.string().nullable(),
  direction: z.enum(["in", "out"]),
  author: z.enum(["customer", "desk", "bot", "page_inbox", "other_app"]),
  /** Who of the desk wrote it, when that is known. */
  authorName: z.string().nullable(),
  /** `postback`: a tapped button, `text` is its title. `placeholder`: an event that is not interpreted yet; see `field`. */
  kind: z.enum(["message", "postback", "placeholder"]),
  /** The webhook field it came with, e.g. `messages`; null for what was written here. */
  field: z.string().nullable(),
  text: z.string().nullable(),
  attachments: z.array(attachment),
  /** Payload of the quick reply or postback button that was tapped. */
  payload: z.string().nullable(),
  replyToMid: z.string().nullable(),
  sentAt: unixMs,
  status: messageStatus,
  error: messageError.nullable(),
  notificationId: id.nullable(),
});
export type Message = z.infer<typeof message>;

/** Newest first; `firstUnreadMessageId` is where a reader left off, given with the first page only. */
export const messageList = z.object({
  messages: z.array(message),
  nextCursor,
  firstUnreadMessageId: id.nullable(),
});
export type MessageList = z.infer<typeof messageList>;

/** Characters Meta takes in one text (Meta docs: Send API). */
export const MAX_TEXT_LENGTH = 2000;

export const sendMessageInput = z.object({
  /** Made by the client, unique in the conversation: sending the same one again sends nothing. */
  clientId: z.string().min(1).max(100),
  text: z
    .string()
    .max(MAX_TEXT_LENGTH)
    .refine((text) => text.trim() !== "", "Write something first."),
});
export const sendMessageResult = z.object({ message });
