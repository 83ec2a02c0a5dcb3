import { createHash } from "node:crypto";
import type { MessagingEvent } from "./messaging-event";
import { asId, asObject, canonicalJson, type JsonObject } from "./read-json";

type Place = { object: string; entryId: string; channel: string };

/**
 * What makes an event the same when Meta delivers it again, alone or batched otherwise. `entry.time` is never part of
 * it for messaging items: that is when the notification was sent, and a retry may have another. Nobody's id stands in it
 * as it is: keys outlive the people they are of.
 */
export function toEventKey(place: Place, event: MessagingEvent, item: JsonObject): string {
  const prefix = `${place.object}:${place.entryId}:${place.channel}`;
  return `${prefix}:${event.kind}:${identity(event, item)}`;
}

/** Every key under which the content of one message can have come: as itself, as an echo, as an edit of it, in either channel. */
export function toMessageKeys({ object, entryId }: Omit<Place, "channel">, mid: string, maxEdits: number): string[] {
  const edits = Array.from({ length: maxEdits }, (_, index) => `edit:${mid}:${index + 1}`);
  return ["messaging", "standby"].flatMap((channel) =>
    [`message:${mid}`, `echo:${mid}`, ...edits].map((rest) => `${object}:${entryId}:${channel}:${rest}`),
  );
}

/** The kind of event that a key is of. */
export function toKind(key: string): string {
  return key.split(":")[3] ?? "unknown";
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
      return event.mid;
    case "delivery":
      return hash([sender, recipient, event.watermarkMs, [...event.mids].sort()]);
    case "read":
      return hash([sender, recipient, event.watermarkMs ?? event.mid]);
    case "edit":
      return `${event.mid}:${event.number}`;
    case "reaction":
      return hash([sender, event.mid, event.isRemoved, event.emoji, item.timestamp]);
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
    case "change":
      return toChangeIdentity(item);
    default:
      return hash(item);
  }
}

/** What happens on a Page's feed has ids of its own; `entry.time` may differ between two arrivals of it. */
function toChangeIdentity(change: JsonObject): string {
  const value = asObject(change.value) ?? {};
  const id = asId(value.comment_id) ?? asId(value.post_id);
  if (change.field !== "feed" || id === null) return hash(change);
  return hash(["feed", value.item, id, value.verb, value.created_time]);
}

function hash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("base64url");
}
