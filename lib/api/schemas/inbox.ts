import { z } from "zod";
import { NOTE_KINDS, type NoteKind, type ThreadNote } from "@/lib/messenger/thread-note";
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
  /** Text of the newest message. Empty when it has none (an image, say, or something done): see `previewKind`. */
  preview: z.string(),
  previewKind: z.enum([
    "text",
    "image",
    "audio",
    "video",
    "file",
    "sticker",
    "attachment",
    "unsupported",
    "unsent",
    "none",
    ...(NOTE_KINDS as [NoteKind, ...NoteKind[]]),
  ]),
  previewDirection: z.enum(["in", "out"]),
  /** The newest message is a reply that was not sent. */
  hasFailed: z.boolean(),
  unreadCount: z.int(),
  lastActivityAt: unixMs,
  status: conversationStatus,
  /** The standard messaging window: 24 hours from the last action of the person that opens it. */
  window: z.object({ isOpen: z.boolean(), closesAt: unixMs.nullable() }),
  /** Another app answers at the moment: what the person writes comes here to look on. */
  isStandby: z.boolean(),
  /** The app that holds the thread, as far as Meta told; null: not told, or nobody. */
  owner: z.object({ appId: id, kind: z.enum(["desk", "page_inbox", "other_app"]) }).nullable(),
  /** What decides how a reply may go out, with the Page's capabilities: see `decideSend`. */
  lastInboundAt: unixMs.nullable(),
  lastAdAt: unixMs.nullable(),
  /** One-time notifications this person agreed to that can still be used. */
  oneTimeTokens: z.int(),
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
  /** Which template it is, of one sent from here. */
  template: z.enum(["button", "generic", "one_time_notif_req"]).optional(),
  /** As Meta sent it. Never load it in a browser: it belongs to another origin. */
  url: z.string().nullable(),
  /** The same bytes through our own origin; null when there is nothing to load. */
  src: z.string().nullable(),
  title: z.string().nullable(),
  subtitle: z.string().optional(),
  /** Cards of a template, or products. */
  elements: z.array(z.object({ title: z.string().nullable(), subtitle: z.string().nullable() })).optional(),
  /** Titles of a template's buttons. */
  buttons: z.array(z.string()).optional(),
  appointment: z
    .object({
      status: z.string().nullable(),
      startMs: unixMs.nullable(),
      endMs: unixMs.nullable(),
      timezone: z.string().nullable(),
    })
    .optional(),
  coordinates: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
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
  /** Whether trying again can work now. */
  retryable: z.boolean(),
});
export type MessageError = z.infer<typeof messageError>;

/** Where a person came from: an m.me link, an ad, a QR code, a product. */
export const referral = z.object({
  source: z.string().nullable(),
  type: z.string().nullable(),
  ref: z.string().nullable(),
  adId: z.string().nullable(),
  adTitle: z.string().nullable(),
  productId: z.string().nullable(),
});

export const message = z.object({
  id,
  conversationId: id,
  mid: z.string().nullable(),
  clientId: z.string().nullable(),
  direction: z.enum(["in", "out"]),
  author: z.enum(["customer", "desk", "bot", "page_inbox", "other_app"]),
  /** Who of the desk wrote it, when that is known. */
  authorName: z.string().nullable(),
  /**
   * `postback`: a tapped button, `text` is its title. `system`: something done, see `note`. `placeholder`: an event that
   * is not recognised; see `field`.
   */
  kind: z.enum(["message", "postback", "system", "placeholder"]),
  note: z.custom<ThreadNote>((value) => typeof value === "object" && value !== null && "kind" in value).nullable(),
  /** The webhook field it came with, e.g. `messages`; null for what was written here. */
  field: z.string().nullable(),
  text: z.string().nullable(),
  attachments: z.array(attachment),
  /** Payload of the quick reply or postback button that was tapped. */
  payload: z.string().nullable(),
  replyToMid: z.string().nullable(),
  /** The message that `replyToMid` names, if it is here. */
  quoted: z
    .object({
      id,
      direction: z.enum(["in", "out"]),
      authorName: z.string().nullable(),
      text: z.string().nullable(),
      isUnsent: z.boolean(),
    })
    .nullable(),
  /** It answers a story of the account (Instagram). */
  isStoryReply: z.boolean(),
  /** Meta does not show this one to apps (Instagram). */
  isUnsupported: z.boolean(),
  referral: referral.nullable(),
  /** The person's reaction to this message. `emoji` may be missing where Meta sent a name only. */
  reaction: z.object({ emoji: z.string().nullable(), name: z.string().nullable(), at: unixMs }).nullable(),
  /** The Page's own reaction to it. */
  ownReaction: z.string().nullable(),
  /** Titles of the quick replies that went with it. */
  quickReplies: z.array(z.string()),
  /** How it went out, once that was decided; null for what was not sent from here. */
  way: z.enum(["response", "human_agent", "utility", "one_time"]).nullable(),
  /** The app that sent it, as its echo told. */
  appId: id.nullable(),
  /** Every text it had before the one in `text`, oldest first; empty when it was never edited. */
  earlierTexts: z.array(z.object({ text: z.string(), until: unixMs })),
  /** When its sender took it back: then its content is gone. */
  unsentAt: unixMs.nullable(),
  /** Came to look on only: another app holds the thread. */
  isStandby: z.boolean(),
  sentAt: unixMs,
  /** Decides among messages of one `sentAt`: the greater one is later. */
  tie: z.int(),
  status: messageStatus,
  error: messageError.nullable(),
  /** Meta refused it for now, and it is tried again then. `isLimited`: because the Page sent too much. */
  retry: z.object({ at: unixMs, isLimited: z.boolean() }).nullable(),
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

export const markReadInput = z.object({
  /** The newest message that was seen, by order of arrival. Without it everything there is becomes read. */
  upToMessageId: z
    .string()
    .regex(/^\d{1,15}$/, "Give the id of a message.")
    .transform(Number)
    .optional(),
});
