/** Narrowing of JSON from outside: every function takes anything and answers a value or null, and none throws. */
export type JsonObject = Record<string, unknown>;

export function asObject(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

export function asString(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** Finite numbers, and strings that are nothing but one: the docs print some numbers either way. */
export function asNumber(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** Ids are strings, but app and attachment ids come as numbers too. Empty is no id. */
export function asId(value: unknown): string | null {
  if (typeof value === "string") return value === "" ? null : value;
  return Number.isSafeInteger(value) ? String(value) : null;
}

/** Longer than any id of a Page, an account, a person or an app: these are digits (Meta docs: webhook events). */
const MAX_NODE_ID_LENGTH = 100;

/** Id of a Page, an account, a person or an app: something endless is none. Mids are longer; they are `asId`. */
export function asNodeId(value: unknown): string | null {
  const id = asId(value);
  return id !== null && id.length <= MAX_NODE_ID_LENGTH ? id : null;
}

const LAST_DATE_MS = 8_640_000_000_000_000;

/**
 * Unix milliseconds, from milliseconds or seconds, number or string: lead referrals and postbacks are documented with
 * seconds, once as a string (Meta docs: messaging_referrals, messaging_postbacks).
 */
export function asTimestampMs(value: unknown): number | null {
  const number = typeof value === "string" && /^\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !(number > 0)) return null;
  const ms = Math.trunc(number < 1e12 ? number * 1000 : number);
  return ms <= LAST_DATE_MS ? ms : null;
}

const MAX_DEPTH = 64;

/** JSON with sorted keys: the same text for the same value, whatever order it was sent in. Blind below 64 levels. */
export function canonicalJson(value: unknown, depth = 0): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (depth === MAX_DEPTH) return '"…"';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(",")}]`;
  const object = value as JsonObject;
  const pairs = Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key], depth + 1)}`);
  return `{${pairs.join(",")}}`;
}
