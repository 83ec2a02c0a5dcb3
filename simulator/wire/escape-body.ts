import { toJsonText } from "./raw-json";

/**
 * Serialises a value the way Meta's bodies travel: compact JSON, every UTF-16 unit from 0x80 up as `\uXXXX` in
 * lowercase hex, and `/` as `\/`. The result is pure ASCII, so its length in characters is its length in bytes.
 * `RawJson` is escaped likewise; escapes it has already stay as they are.
 *
 * `extended` also escapes `<`, `%` and `@` (`\u003C`, `\u0025`, `\u0040`), which an older edition of the docs
 * described; a receiver that hashes the raw bytes does not notice the difference.
 *
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started (validating payloads)
 */
export function escapeBody(value: unknown, { extended = false }: { extended?: boolean } = {}): string {
  const escaped = toJsonText(value)
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(/\\.|\//g, (found) => (found === "/" ? "\\/" : found));
  if (!extended) return escaped;
  return escaped.replaceAll("<", "\\u003C").replaceAll("%", "\\u0025").replaceAll("@", "\\u0040");
}
