import type { EventKind, MessagingEvent, Referral } from "./messaging-event";
import { asId, asNodeId, asNumber, asObject, asString, asTimestampMs, type JsonObject } from "./read-json";
import { toAttachments } from "./to-attachments";
import { toNoteEvent } from "./to-note-event";
import { toReferral } from "./to-referral";

/** Property of an item → what it says. The first that is there decides; `message` has rules of its own. */
const KIND_OF_PROPERTY: [
  property: string,
  kind: Exclude<EventKind, "message" | "echo" | "unsend" | "change" | "unknown">,
][] = [
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
  for (const [property, kind] of KIND_OF_PROPERTY) {
    const body = asObject(item[property]);
    if (body) return toEvent(kind, body, item) ?? { kind: "unknown" };
  }
  return { kind: "unknown" };
}

/** Null when what the kind stands or falls by is missing. */
function toEvent(
  kind: (typeof KIND_OF_PROPERTY)[number][1],
  body: JsonObject,
  item: JsonObject,
): MessagingEvent | null {
  switch (kind) {
    case "delivery": {
      const watermarkMs = asTimestampMs(body.watermark);
      const mids = Array.isArray(body.mids) ? body.mids.filter((mid) => typeof mid === "string" && mid !== "") : [];
      return watermarkMs === null ? null : { kind, watermarkMs, mids };
    }
    case "read": {
      const watermarkMs = asTimestampMs(body.watermark);
      const mid = asId(body.mid);
      return watermarkMs === null && mid === null ? null : { kind, watermarkMs, mid };
    }
    case "reaction": {
      const mid = asId(body.mid);
      if (mid === null) return null;
      return {
        kind,
        mid,
        isRemoved: body.action === "unreact",
        emoji: asString(body.emoji),
        name: asString(body.reaction),
      };
    }
    case "edit": {
      const mid = asId(body.mid);
      const text = asText(body.text);
      // The docs type it as a number and print a string.
      const number = asNumber(body.num_edit);
      return mid === null || text === null || number === null || !Number.isSafeInteger(number) || number < 1
        ? null
        : { kind, mid, text, number };
    }
    case "postback":
      return {
        kind,
        mid: asId(body.mid),
        title: asText(body.title),
        payload: asText(body.payload),
        referral: findReferral(body),
      };
    case "app_roles":
      return { kind };
    default:
      return toNoteEvent(kind, body, item);
  }
}

/** Ten times what Meta lets anybody write (Meta docs: Send API). What is longer is cut; the payload keeps all of it. */
const MAX_TEXT = 20_000;

function asText(value: unknown): string | null {
  return asString(value)?.slice(0, MAX_TEXT) ?? null;
}

function toMessage(message: JsonObject): MessagingEvent {
  const mid = asId(message.mid);
  if (message.is_deleted === true) {
    return mid === null ? { kind: "unknown" } : { kind: "unsend", mid, isEcho: message.is_echo === true };
  }
  const replyTo = asObject(message.reply_to);
  const content = {
    mid,
    text: asText(message.text),
    attachments: toAttachments(message.attachments),
    replyToMid: asId(replyTo?.mid),
  };
  if (message.is_echo === true) {
    return { kind: "echo", ...content, appId: asNodeId(message.app_id), metadata: asString(message.metadata) };
  }
  return {
    kind: "message",
    ...content,
    quickReplyPayload: asText(asObject(message.quick_reply)?.payload),
    referral: findReferral(message),
    isStoryReply: asObject(replyTo?.story) !== null,
    isUnsupported: message.is_unsupported === true,
  };
}

function findReferral(body: JsonObject): Referral | null {
  const referral = asObject(body.referral);
  return referral && toReferral(referral);
}
