import { asId, asObject, type JsonObject } from "./read-json";

/** What is kept of a message whose sender took it back: which one it was and who sent it, nothing of what it said. */
const KEPT = ["mid", "is_echo", "app_id", "is_deleted"];

/** A notification's payload without the content of one message, whether it came as a message or as an edit of it. */
export function withoutMessage(payload: unknown, mid: string): { payload: unknown; isChanged: boolean } {
  let isChanged = false;
  const clean = (value: unknown, property: "message" | "message_edit"): unknown => {
    const message = asObject(value);
    if (!message || asId(message.mid) !== mid) return value;
    const isEdit = property === "message_edit";
    const isKept = (name: string) => KEPT.includes(name) || (isEdit && name === "num_edit");
    const rest = Object.entries(message).filter(([name, content]) => isKept(name) && typeof content !== "object");
    isChanged ||= rest.length + (isEdit && message.text === "" ? 1 : 0) < Object.keys(message).length;
    // An edit stays an edit, so that a replay still knows it.
    return { ...Object.fromEntries(rest), ...(isEdit ? { text: "" } : {}) };
  };
  const cleanItem = (value: unknown): unknown => {
    const item = asObject(value);
    if (!item) return value;
    const cleaned: JsonObject = { ...item };
    for (const property of ["message", "message_edit"] as const) {
      if (property in item) cleaned[property] = clean(item[property], property);
    }
    // The dashboard's "Test" shape holds the item one level down.
    if ("value" in item) cleaned.value = cleanItem(item.value);
    return cleaned;
  };
  const cleanEntry = (value: unknown): unknown => {
    const entry = asObject(value);
    if (!entry) return value;
    const cleaned: JsonObject = { ...entry };
    for (const channel of ["messaging", "standby", "changes"]) {
      const items = entry[channel];
      if (Array.isArray(items)) cleaned[channel] = items.map(cleanItem);
    }
    return cleaned;
  };
  const envelope = asObject(payload);
  if (!envelope || !Array.isArray(envelope.entry)) return { payload, isChanged };
  return { payload: withoutDepth({ ...envelope, entry: envelope.entry.map(cleanEntry) }), isChanged };
}

/** What is nested deeper than anything Meta sends goes: writing it as JSON again would take more stack than there is. */
const MAX_DEPTH = 200;

export function withoutDepth(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth === MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((inner) => withoutDepth(inner, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutDepth(inner, depth + 1)]));
}
