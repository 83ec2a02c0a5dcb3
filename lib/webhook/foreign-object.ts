import { parseJson } from "@/lib/messenger/parse-json";
import { findEnvelopeObject } from "@/lib/messenger/parse-notification";

/** How Meta begins every notification of ours, so that the common case needs no parsing before the answer. */
const OURS = ['{"object":"page",', '{"object":"instagram",'].map((start) => Buffer.from(start));

/** True for an envelope of an object this product does not handle: those get 404 (Meta docs: webhooks, sample code). */
export function isForeignObject(body: Buffer): boolean {
  if (OURS.some((start) => start.equals(body.subarray(0, start.length)))) return false;
  try {
    const object = findEnvelopeObject(parseJson(body.toString("utf8")));
    return object !== null && object !== "page" && object !== "instagram";
  } catch {
    return false; // Not JSON: stored, answered 200 and shown as unreadable.
  }
}
