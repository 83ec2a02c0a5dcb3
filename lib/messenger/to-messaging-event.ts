import type { EventKind, InterpretedKind, MessageAttachment, MessagingEvent } from "./messaging-event";
import { asId, asObject, asString, asTimestampMs, type JsonObject } from "./read-json";

/** Property of an item → what it says. The first that is there decides; `message` has rules of its own. */
const KIND_OF_PROPERTY: [property: string, kind: EventKind][] = [
  ["message_edit", "edit"],
  ["postback", "postback"],
  ["reaction", "reaction"],
  ["delivery", "delivery"],
  ["read", "read"],
  ["optin", "optin"],
  ["referral", "referral"],
  ["account_linking", "account_linking"],
  ["pass_thread_control", "pass_thread_control"],
  ["take_thread_control", "take_thread_control"],
  ["request_thread_control", "request_thread_control"],
  ["app_roles", "app_roles"],
  ["policy_enforcement", "policy_enforcement"],
  ["messaging_feedback", "feedback"],
  ["response_feedback", "response_feedback"],
  ["messaging_customer_information", "customer_information"],
  ["form", "lead_form"],
  ["order", "order"],
  ["template", "coupon"],
  ["game_play", "game_play"],
  ["payment", "payment"],
  ["checkout_update", "checkout_update"],
  ["pre_checkout", "pre_checkout"],
];

/**
 * Names one item of `messaging` or `standby`: the event's name is not in the payload, it follows from which property
 * exists (Meta docs: webhook events). Total: what it cannot read is `unknown`.
 */
export function toMessagingEvent(item: JsonObject): MessagingEvent {
  const message = asObject(item.message);
  if (message) return toMessage(message);
  const found = KIND_OF_PROPERTY.find(([property]) => asObject(item[property]));
  if (!found) return { kind: "unknown" };
  const [property, kind] = found;
  return toEvent(kind, asObject(item[property]) ?? {});
}

function toEvent(kind: EventKind, body: JsonObject): MessagingEvent {
  switch (kind) {
    case "delivery": {
      const watermarkMs = asTimestampMs(body.watermark);
      if (watermarkMs === null) return { kind: "unknown" };
      const mids = Array.isArray(body.mids) ? body.mids.filter((mid) => typeof mid === "string") : [];
      return { kind, watermarkMs, mids };
    }
    case "read": {
      // Instagram names a message instead of a watermark.
      const watermarkMs = asTimestampMs(body.watermark);
      return watermarkMs === null ? { kind: "unknown" } : { kind, watermarkMs };
    }
    case "postback":
      return { kind, mid: asId(body.mid), title: asString(body.title), payload: asString(body.payload) };
    default:
      return { kind: kind as Exclude<EventKind, InterpretedKind> };
  }
}

function toMessage(message: JsonObject): MessagingEvent {
  if (message.is_deleted === true) return { kind: "unsend" };
  const content = {
    mid: asId(message.mid),
    text: asString(message.text),
    attachments: Array.isArray(message.attachments) ? message.attachments.map(toAttachment) : [],
    replyToMid: asId(asObject(message.reply_to)?.mid),
  };
  if (message.is_echo === true) {
    return { kind: "echo", ...content, appId: asId(message.app_id), metadata: asString(message.metadata) };
  }
  return { kind: "message", ...content, quickReplyPayload: asString(asObject(message.quick_reply)?.payload) };
}

/** `url` and `title` stand in `payload`, or beside it in echoes of fallbacks (Meta docs: message-echoes). */
function toAttachment(value: unknown): MessageAttachment {
  const attachment = asObject(value) ?? {};
  const payload = asObject(attachment.payload) ?? {};
  return {
    type: asString(attachment.type) ?? "unknown",
    url: asString(payload.url) ?? asString(attachment.url),
    title: asString(payload.title) ?? asString(attachment.title),
  };
}
