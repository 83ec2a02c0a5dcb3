import { findEnvelopeObject } from "@/lib/messenger/parse-notification";
import { asId, asObject } from "@/lib/messenger/read-json";

/** `entry[].id` of a notification that was not taken: a Page's, or of object `instagram` an account's. */
export type RefusedEntry = { object: "page" | "instagram"; id: string };

const MAX_BYTES = 1024 * 1024;
const MAX_ENTRIES = 50;
const META_ID = /^\d{1,30}$/;

/**
 * Whose notification this is, as far as it can be told cheaply: none for what is too large or no notification, and of
 * many the first 50. Whoever wrote it may be a stranger, so it is a claim.
 */
export function listRefusedEntries(body: Buffer): RefusedEntry[] {
  const payload = body.length <= MAX_BYTES ? parseOrNull(body) : null;
  const object = findEnvelopeObject(payload);
  if (object !== "page" && object !== "instagram") return [];
  const ids = new Set<string>();
  for (const entry of (payload as { entry: unknown[] }).entry) {
    const id = asId(asObject(entry)?.id);
    if (id !== null && META_ID.test(id)) ids.add(id);
    if (ids.size === MAX_ENTRIES) break;
  }
  return [...ids].map((id) => ({ object, id }));
}

function parseOrNull(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null; // Not JSON names no Page.
  }
}
