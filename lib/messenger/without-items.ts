import { asId, asNodeId, asObject, type JsonObject } from "./read-json";
import { withoutDepth } from "./without-message";

/** What is kept of an erased item's own things: which message it was about and how far; no text, nobody's id. */
const KEPT = ["mid", "is_echo", "is_deleted", "num_edit", "watermark"];
const MAX_DEPTH = 64;

/**
 * A notification's payload without the items at some places. Each leaves a shell that says when and what it was, so that
 * all others keep their places: `position` counts as `parseNotification` does.
 *
 * @param isErased whether the item at this place goes
 */
export function withoutItems(
  payload: unknown,
  isErased: (position: number, item: unknown) => boolean,
): { payload: unknown; erased: number[] } {
  const envelope = asObject(payload);
  const erased: number[] = [];
  if (!envelope || !Array.isArray(envelope.entry)) return { payload, erased };
  let position = 0;
  const clean = (item: unknown, toShell: (item: JsonObject) => unknown): unknown => {
    const here = position++;
    if (!isErased(here, item)) return item;
    erased.push(here);
    return toShell(asObject(item) ?? {});
  };
  const cleanList = (value: unknown, toShell: (item: JsonObject) => unknown): unknown => {
    if (value === undefined || value === null) return value;
    return Array.isArray(value) ? value.map((item) => clean(item, toShell)) : clean(value, toShell);
  };
  const cleanEntry = (value: unknown): unknown => {
    const entry = asObject(value);
    // Something where an entry should be holds no item, and nobody's data either.
    if (!entry) return value;
    const entryId = asNodeId(entry.id) ?? "";
    const cleaned: JsonObject = { ...entry };
    const toItemShell = (item: JsonObject) => toShell(item, entryId);
    if ("messaging" in entry) cleaned.messaging = cleanList(entry.messaging, toItemShell);
    if ("standby" in entry) cleaned.standby = cleanList(entry.standby, toItemShell);
    if ("changes" in entry) cleaned.changes = cleanList(entry.changes, toChangeShell);
    if (typeof entry.field === "string" && "value" in entry) {
      cleaned.value = (clean(entry, toChangeShell) as JsonObject).value;
    }
    // Names of fields are nobody's data.
    if (Array.isArray(entry.changed_fields)) position += entry.changed_fields.length;
    return cleaned;
  };
  const cleaned = { ...envelope, entry: envelope.entry.map(cleanEntry) };
  return erased.length === 0 ? { payload, erased } : { payload: withoutDepth(cleaned), erased };
}

/** Whether something in an item names this person by id. */
export function namesPerson(item: unknown, personId: string, depth = 0): boolean {
  if (typeof item !== "object" || item === null || depth === MAX_DEPTH) return false;
  if (Array.isArray(item)) return item.some((inner) => namesPerson(inner, personId, depth + 1));
  return Object.entries(item).some(
    ([key, value]) => (/(^|_)id$/.test(key) && asId(value) === personId) || namesPerson(value, personId, depth + 1),
  );
}

function toShell(item: JsonObject, entryId: string): JsonObject {
  const shell: JsonObject = { erased: true };
  for (const [key, value] of Object.entries(item)) {
    const inner = asObject(value);
    if (key === "timestamp") shell[key] = value;
    else if (key === "sender" || key === "recipient") {
      if (asNodeId(inner?.id) === entryId) shell[key] = { id: entryId };
    } else if (inner) shell[key] = toStub(inner);
  }
  return shell;
}

function toStub(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(([key, value]) => KEPT.includes(key) && typeof value !== "object"),
  );
}

function toChangeShell({ field }: JsonObject): JsonObject {
  return { field, value: { erased: true } };
}
