/**
 * One item of a webhook notification, named after what it says. The list covers every event of Meta's docs
 * ("Messenger Platform: Webhook events", "Webhooks reference: Page", "Instagram: Webhooks"); the ones with fields of
 * their own here are interpreted, the others are recorded by name.
 */
export type MessagingEvent =
  | MessageEvent
  | EchoEvent
  | DeliveryEvent
  | ReadEvent
  | PostbackEvent
  | { kind: Exclude<EventKind, InterpretedKind> };

export const INTERPRETED_KINDS = ["message", "echo", "delivery", "read", "postback"] as const;
export type InterpretedKind = (typeof INTERPRETED_KINDS)[number];

/** Kind of event → the webhook field of object `page` that brings it. */
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
  /** `changes`-style entries; the field is the one the entry names. */
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

export type MessageAttachment = { type: string; url: string | null; title: string | null };

type MessageContent = {
  mid: string | null;
  text: string | null;
  attachments: MessageAttachment[];
  replyToMid: string | null;
};

export type MessageEvent = MessageContent & { kind: "message"; quickReplyPayload: string | null };
export type EchoEvent = MessageContent & {
  kind: "echo";
  /** App that sent it; Meta's own inbox is an app too. Null when Meta did not say. */
  appId: string | null;
  /** What the sender put into `metadata` of the Send API. */
  metadata: string | null;
};
/** Everything sent before `watermarkMs` has arrived; `mids` are sometimes missing (Meta docs: message-deliveries). */
export type DeliveryEvent = { kind: "delivery"; watermarkMs: number; mids: string[] };
/** Everything sent at or before `watermarkMs` was read (Meta docs: message-reads). */
export type ReadEvent = { kind: "read"; watermarkMs: number };
/** A tapped button. `mid` is missing in old API versions, `payload` in standby. */
export type PostbackEvent = { kind: "postback"; mid: string | null; title: string | null; payload: string | null };

/** One event with where it came from. `raw` is the item as sent. */
export type ReceivedEvent = {
  object: "page" | "instagram";
  /** `entry[].id`: the Page or the Instagram account; empty when Meta's test tools leave it out. */
  entryId: string;
  channel: "messaging" | "standby" | "changes";
  field: string;
  /** Equal for two arrivals of the same event (Meta delivers at least once). */
  key: string;
  timestampMs: number | null;
  /** The person, whichever side they are on; null when the event concerns nobody or a plugin guest. */
  psid: string | null;
  event: MessagingEvent;
};
