import { createHash } from "node:crypto";
import type { MessagingEvent } from "./messaging-event";
import { asId, asObject, canonicalJson, type JsonObject } from "./read-json";

type Place = { object: string; entryId: string; channel: string };

/**
 * What makes an event the same when Meta delivers it again, alone or batched otherwise. `entry.time` is never part of
 * it for messaging items: that is when the notification was sent, and a retry may have another.
 */
export function toEventKey(place: Place, event: MessagingEvent, item: JsonObject): string {
  const prefix = `${place.object}:${place.entryId}:${place.channel}`;
  return `${prefix}:${event.kind}:${identity(event, item)}`;
}

function identity(event: MessagingEvent, item: JsonObject): string {
  const sender = asId(asObject(item.sender)?.id) ?? "";
  const recipient = asId(asObject(item.recipient)?.id) ?? "";
  switch (event.kind) {
    case "message":
    case "echo":
      return event.mid ?? hash(item);
    case "postback":
      return event.mid ?? hash([sender, item.timestamp, event.payload]);
    case "unsend":
      return asId(asObject(item.message)?.mid) ?? hash(item);
    case "delivery":
      return [sender, recipient, event.watermarkMs, hash([...event.mids].sort())].join(":");
    case "read":
      return [sender, recipient, event.watermarkMs].join(":");
    case "edit": {
      const edit = asObject(item.message_edit) ?? {};
      const mid = asId(edit.mid);
      return mid === null ? hash(item) : `${mid}:${String(edit.num_edit)}`;
    }
    case "reaction": {
      const { mid, action, emoji } = asObject(item.reaction) ?? {};
      return hash([sender, mid, action, emoji, item.timestamp]);
    }
    case "optin": {
      const optin = asObject(item.optin) ?? {};
      const token = asId(optin.one_time_notif_token) ?? asId(optin.notification_messages_token);
      if (token !== null) return hash([token, optin.notification_messages_status, optin.user_token_status]);
      return hash([sender, optin.user_ref, optin.ref, optin.payload, item.timestamp]);
    }
    case "referral": {
      const { ref, ad_id, type } = asObject(item.referral) ?? {};
      return hash([sender, item.timestamp, ref, ad_id, type]);
    }
    default:
      return hash(item);
  }
}

function hash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("base64url");
}
