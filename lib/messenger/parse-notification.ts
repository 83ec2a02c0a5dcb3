import { toEventKey } from "./event-key";
import { FIELD_OF_KIND, INSTAGRAM_FIELD_OF_KIND, type MessagingEvent, type ReceivedEvent } from "./messaging-event";
import { asNodeId, asObject, asString, asTimestampMs, type JsonObject } from "./read-json";
import { toMessagingEvent } from "./to-messaging-event";
import { toNoteEvent } from "./to-note-event";

/** Meta puts at most 1,000 updates into a notification (Meta docs: webhooks, getting started); five times that is no longer one. */
export const MAX_ITEMS = 5_000;

/** Longer than any name of a field. */
const MAX_FIELD_LENGTH = 100;

const MESSAGING_FIELDS: ReadonlySet<string> = new Set([
  ...Object.values(FIELD_OF_KIND),
  ...Object.values(INSTAGRAM_FIELD_OF_KIND),
]);

/** The `object` of an envelope, or null when this is no envelope: not an object, or one without a list of entries. */
export function findEnvelopeObject(payload: unknown): string | null {
  const envelope = asObject(payload);
  return envelope && Array.isArray(envelope.entry) ? asString(envelope.object) : null;
}

/** How many items an envelope holds, found without making anything of them. 0 for what is no envelope. */
export function countItems(payload: unknown): number {
  const entries = asObject(payload)?.entry;
  if (!Array.isArray(entries)) return 0;
  let count = 0;
  for (const entry of entries) {
    const { messaging, standby, changes, changed_fields } = asObject(entry) ?? {};
    const items = [messaging, standby, changes, changed_fields].reduce<number>(
      (sum, list) => sum + (Array.isArray(list) ? list.length : list === undefined ? 0 : 1),
      0,
    );
    // An entry costs something even when it is empty.
    count += Math.max(1, items);
  }
  return count;
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
  return [...inChannel("messaging"), ...inChannel("standby"), ...changes, ...own, ...toNames(object, entry)];
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
  const entryId = asNodeId(entry.id) ?? "";
  const raw = known ?? { item };
  return {
    object,
    entryId,
    channel,
    field: channel === "standby" ? "standby" : toField(object, event),
    key: toEventKey({ object, entryId, channel }, event, raw),
    timestampMs: asTimestampMs(raw.timestamp),
    entryTimeMs: asTimestampMs(entry.time),
    psid: toPsid(raw, entryId),
    event,
  };
}

function toField(object: "page" | "instagram", { kind }: MessagingEvent): string {
  return (object === "instagram" ? INSTAGRAM_FIELD_OF_KIND[kind] : undefined) ?? FIELD_OF_KIND[kind];
}

/** Of sender and recipient, the one that is not the Page. On echoes the Page is the sender. */
function toPsid(item: JsonObject, entryId: string): string | null {
  const sender = asNodeId(asObject(item.sender)?.id);
  const recipient = asNodeId(asObject(item.recipient)?.id);
  if (sender !== null && sender !== entryId) return sender;
  return sender !== null && recipient !== entryId ? recipient : null;
}

function toChange(object: "page" | "instagram", entry: JsonObject, item: unknown): ReceivedEvent {
  const change = asObject(item) ?? { item };
  const named = asString(change.field);
  const field = named === null || named.length > MAX_FIELD_LENGTH ? "unknown" : named;
  const value = asObject(change.value);
  // The "Test" button of the App Dashboard sends messaging items in this shape.
  if (value && MESSAGING_FIELDS.has(field) && field !== "inbox_labels" && toMessagingEvent(value).kind !== "unknown") {
    return toReceivedEvent({ object, entry, channel: "messaging", item: value });
  }
  const isLabel = field === "inbox_labels" && value !== null;
  const event: MessagingEvent = isLabel ? toNoteEvent("label", value, change) : { kind: "change" };
  const entryId = asNodeId(entry.id) ?? "";
  return {
    object,
    entryId,
    channel: "changes",
    field,
    key: toEventKey({ object, entryId, channel: "changes" }, event, {
      time: entry.time,
      field,
      value: change.value ?? item,
    }),
    timestampMs: field === "feed" ? asTimestampMs(value?.created_time) : asTimestampMs(entry.time),
    entryTimeMs: asTimestampMs(entry.time),
    psid: isLabel ? asNodeId(asObject(value.user)?.id) : null,
    event,
  };
}

/** With `include_values=false` an entry has only the names of what changed (Meta docs: app subscriptions). */
function toNames(object: "page" | "instagram", entry: JsonObject): ReceivedEvent[] {
  if (!Array.isArray(entry.changed_fields)) return [];
  return entry.changed_fields.map((field) => toChange(object, entry, { field }));
}
