import type { ThreadNote } from "./thread-note";

/**
 * One item of a webhook notification, named after what it says. The list covers every event of Meta's docs
 * ("Messenger Platform: Webhook events", "Webhooks reference: Page", "Instagram: Webhooks").
 */
export type MessagingEvent =
  | MessageEvent
  | EchoEvent
  | UnsendEvent
  | EditEvent
  | ReactionEvent
  | DeliveryEvent
  | ReadEvent
  | PostbackEvent
  | NoteEvent
  | RecordedEvent
  | { kind: "unknown" };

/** Kind of event → the webhook field of object `page` that brings it. Each has a sample: see `samples/samples.ts`. */
export const FIELD_OF_KIND = {
  message: "messages",
  echo: "message_echoes",
  unsend: "messages",
  delivery: "message_deliveries",
  read: "message_reads",
  reaction: "message_reactions",
  edit: "message_edits",
  postback: "messaging_postbacks",
  optin: "messaging_optins",
  referral: "messaging_referrals",
  account_linking: "messaging_account_linking",
  pass_thread_control: "messaging_handovers",
  take_thread_control: "messaging_handovers",
  request_thread_control: "messaging_handovers",
  app_roles: "messaging_handovers",
  policy_enforcement: "messaging_policy_enforcement",
  feedback: "messaging_feedback",
  response_feedback: "response_feedback",
  customer_information: "messaging_customer_information",
  lead_form: "messaging_in_thread_lead_form_submit",
  order: "send_cart",
  coupon: "messages",
  game_play: "messaging_game_plays",
  payment: "messaging_payments",
  checkout_update: "messaging_checkout_updates",
  pre_checkout: "messaging_pre_checkouts",
  label: "inbox_labels",
  /** Any other `changes`-style entry; the field is the one the entry names. */
  change: "unknown",
  unknown: "unknown",
} as const;
export type EventKind = keyof typeof FIELD_OF_KIND;

/** Object `instagram` names some fields in the singular, and brings echoes with `messages`. */
export const INSTAGRAM_FIELD_OF_KIND: Partial<Record<EventKind, string>> = {
  echo: "messages",
  read: "messaging_seen",
  edit: "message_edit",
  referral: "messaging_referral",
  pass_thread_control: "messaging_handover",
  take_thread_control: "messaging_handover",
  request_thread_control: "messaging_handover",
};

/** Every type of attachment the docs of Messenger and Instagram name. Others are kept under the name Meta gave them. */
export const ATTACHMENT_TYPES = [
  "image",
  "audio",
  "video",
  "file",
  "sticker",
  "location",
  "fallback",
  "reel",
  "ig_reel",
  "post",
  "ig_post",
  "template",
  "appointment_booking",
  "story_mention",
  "story",
  "ig_story",
  "ephemeral",
  "media",
  "share",
] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

/** What an attachment says, whatever its type; only what Meta sent is there. */
export type MessageAttachment = {
  type: string;
  /** Which template it is, of one sent from here. */
  template?: "button" | "generic" | "one_time_notif_req";
  url: string | null;
  title: string | null;
  subtitle?: string;
  /** Cards of a template, or products. */
  elements?: { title: string | null; subtitle: string | null }[];
  /** Titles of a template's buttons. */
  buttons?: string[];
  appointment?: { status: string | null; startMs: number | null; endMs: number | null; timezone: string | null };
  coordinates?: { latitude: number; longitude: number };
};

/** Where a person came from: an m.me link, an ad, a QR code, a product (Meta docs: messaging_referrals). */
export type Referral = {
  source: string | null;
  type: string | null;
  ref: string | null;
  adId: string | null;
  adTitle: string | null;
  productId: string | null;
};

type MessageContent = {
  mid: string | null;
  text: string | null;
  attachments: MessageAttachment[];
  replyToMid: string | null;
};

export type MessageEvent = MessageContent & {
  kind: "message";
  quickReplyPayload: string | null;
  referral: Referral | null;
  /** An answer to a story of the account (Instagram). */
  isStoryReply: boolean;
  /** Meta says that it cannot be shown through the API (Instagram). */
  isUnsupported: boolean;
};
export type EchoEvent = MessageContent & {
  kind: "echo";
  /** App that sent it; Meta's own inbox is an app too. Null when Meta did not say. */
  appId: string | null;
  /** What the sender put into `metadata` of the Send API. */
  metadata: string | null;
};
/** The sender took the message back: its content has to go (Meta docs: Instagram webhooks, `is_deleted`). */
export type UnsendEvent = { kind: "unsend"; mid: string; isEcho: boolean };
/** `number` counts the edits of one message, from 1 (Meta docs: message-edits). */
export type EditEvent = { kind: "edit"; mid: string; text: string; number: number };
/** `emoji` and `name` may be missing when it is taken back (Meta docs: message-reactions). */
export type ReactionEvent = {
  kind: "reaction";
  mid: string;
  isRemoved: boolean;
  emoji: string | null;
  name: string | null;
};
/** Everything sent before `watermarkMs` has arrived; `mids` are sometimes missing (Meta docs: message-deliveries). */
export type DeliveryEvent = { kind: "delivery"; watermarkMs: number; mids: string[] };
/**
 * Everything sent at or before `watermarkMs` was read (Meta docs: message-reads). Instagram names the message instead
 * (Meta docs: Instagram webhooks, messaging_seen).
 */
export type ReadEvent = { kind: "read"; watermarkMs: number | null; mid: string | null };
/** A tapped button. `mid` is missing in old API versions, `payload` in standby. */
export type PostbackEvent = {
  kind: "postback";
  mid: string | null;
  title: string | null;
  payload: string | null;
  referral: Referral | null;
};
/** Something that is done rather than said: a line of its own in the thread. */
export type NoteEvent =
  | OptinEvent
  | {
      [Kind in Exclude<ThreadNote["kind"], "optin">]: { kind: Kind; note: Extract<ThreadNote, { kind: Kind }> };
    }[Exclude<ThreadNote["kind"], "optin">];
/** Somebody agreed to be written to. */
export type OptinEvent = {
  kind: "optin";
  note: Extract<ThreadNote, { kind: "optin" }>;
  /** Of a one-time notification: what it can be sent with, once (Meta docs: messaging_optins). Beside the note, never in it. */
  oneTimeToken: string | null;
};
/** Known by name, with nothing to show in a thread: kept as it came. */
export type RecordedEvent = { kind: "app_roles" | "change" };

/** One event with where it came from. */
export type ReceivedEvent = {
  object: "page" | "instagram";
  /** `entry[].id`: the Page or the Instagram account; empty when Meta's test tools leave it out. */
  entryId: string;
  channel: "messaging" | "standby" | "changes";
  field: string;
  /** Equal for two arrivals of the same event (Meta delivers at least once). */
  key: string;
  /** The event's own time; null when Meta gave none. The same in every arrival. */
  timestampMs: number | null;
  /** `entry[].time`: when the notification was sent. May differ between two arrivals. */
  entryTimeMs: number | null;
  /** The person, whichever side they are on; null when the event concerns nobody or a plugin guest. */
  psid: string | null;
  event: MessagingEvent;
};
