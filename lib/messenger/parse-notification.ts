import { toEventKey } from "./event-key";
import { FIELD_OF_KIND, INSTAGRAM_FIELD_OF_KIND, type MessagingEvent, type ReceivedEvent } from "./messaging-event";
import { asId, asObject, asString, asTimestampMs, type JsonObject } from "./read-json";
import { toMessagingEvent } from "./to-messaging-event";

const MESSAGING_FIELDS: ReadonlySet<string> = new Set([
  ...Object.values(FIELD_OF_KIND),
  ...Object.values(INSTAGRAM_FIELD_OF_KIND),
]);

/** The `object` of an envelope, or null when this is no envelope: not an object, or one without a list of entries. */
export function findEnvelopeObject(payload: unknown): string | null {
  const envelope = asObject(payload);
  return envelope && Array.isArray(envelope.entry) ? asString(envelope.object) : null;
}

/**
 * Lists the events in one webhook notification, in the order Meta sent them: one for every item of `messaging`,
 * `standby` and `changes` of every entry. Meta's docs promise one item and allow a thousand, so nothing is assumed.
 * Total: an item it cannot name is `unknown`, and an odd one never costs the rest of its batch.
 *
 * @returns an empty list for anything that is no envelope of object `page` or `instagram`
 */
export function parseNotification(payload: unknown): ReceivedEvent[] {
  const object = findEnvelopeObject(payload);
  if (object !== "page" && object !== "instagram") return [];
  const entries = (payload as { entry: unknown[] }).entry;
  return entries.flatMap((entry) => toEntryEvents(object, asObject(entry) ?? {}));
}

function toEntryEvents(object: "page" | "instagram", entry: JsonObject): ReceivedEvent[] {
  const inChannel = (channel: "messaging" | "standby") =>
    toItems(entry[channel]).map((item) => toReceivedEvent({ object, entry, channel, item }));
  const changes = toItems(entry.changes).map((item) => toChange(object, entry, item));
  // Apps with Instagram Login get `field` and `value` in the entry itself.
  const own = typeof entry.field === "string" && "value" in entry ? [toChange(object, entry, entry)] : [];
  return [...inChannel("messaging"), ...inChannel("standby"), ...changes, ...own];
}

/** Something where a list should be still counts as one item: it is kept, as unknown. */
function toItems(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

type Item = { object: "page" | "instagram"; entry: JsonObject; channel: "messaging" | "standby"; item: unknown };

function toReceivedEvent({ object, entry, channel, item }: Item): ReceivedEvent {
  const known = asObject(item);
  const event: MessagingEvent = known ? toMessagingEvent(known) : { kind: "unknown" };
  const entryId = asId(entry.id) ?? "";
  const raw = known ?? { item };
  return {
    object,
    entryId,
    channel,
    field: channel === "standby" ? "standby" : toField(object, event),
    key: toEventKey({ object, entryId, channel }, event, raw),
    timestampMs: asTimestampMs(raw.timestamp) ?? asTimestampMs(entry.time),
    psid: toPsid(raw, entryId),
    event,
  };
}

function toField(object: "page" | "instagram", { kind }: MessagingEvent): string {
  return (object === "instagram" ? INSTAGRAM_FIELD_OF_KIND[kind] : undefined) ?? FIELD_OF_KIND[kind];
}

/** Of sender and recipient, the one that is not the Page. On echoes the Page is the sender. */
function toPsid(item: JsonObject, entryId: string): string | null {
  const sender = asId(asObject(item.sender)?.id);
  const recipient = asId(asObject(item.recipient)?.id);
  if (sender !== null && sender !== entryId) return sender;
  return sender !== null && recipient !== entryId ? recipient : null;
}

function toChange(object: "page" | "instagram", entry: JsonObject, item: unknown): ReceivedEvent {
  const change = asObject(item) ?? { item };
  const field = asString(change.field) ?? "unknown";
  const value = asObject(change.value);
  // The "Test" button of the App Dashboard sends messaging items in this shape.
  if (value && MESSAGING_FIELDS.has(field) && toMessagingEvent(value).kind !== "unknown") {
    return toReceivedEvent({ object, entry, channel: "messaging", item: value });
  }
  const entryId = asId(entry.id) ?? "";
  const event = { kind: "change" } as const;
  const identified = { time: entry.time, field, value: change.value ?? item };
  return {
    object,
    entryId,
    channel: "changes",
    field,
    key: toEventKey({ object, entryId, channel: "changes" }, event, identified),
    timestampMs: asTimestampMs(entry.time),
    psid: null,
    event,
  };
}
