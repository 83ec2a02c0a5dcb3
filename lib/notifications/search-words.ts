/** More than this of one payload is not looked at. */
const MAX_CHARACTERS = 20_000;
/** Unix times are found by the time filter, and would be a word of their own in every payload. */
const FIRST_TIME = 1e9;

/** Letters of scripts that put no spaces between words: each is a word of its own. */
const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}_\-.$:=@]+/gu;
const EDGES = /^[.:=@$-]+|[.:=@$-]+$/g;

/**
 * The words of a text as the search keeps them: small, without accents, ids whole. Both what is kept and what is looked
 * for goes through here.
 */
export function toWords(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/\p{M}+/gu, "");
  return (plain.toLowerCase().match(WORDS) ?? []).map((word) => word.replace(EDGES, "")).filter((word) => word !== "");
}

/**
 * The words of every value in a payload, keys left out, in the order they stand there.
 * @param most characters that are looked at
 */
export function toPayloadWords(payload: unknown, most = MAX_CHARACTERS): string {
  const parts: string[] = [];
  let length = 0;
  // A list of what is left to look at instead of recursion: nothing limits how deep a payload may be nested.
  const left: unknown[] = [payload];
  while (left.length > 0 && length < most) {
    const value = left.pop();
    if (typeof value === "object" && value !== null) {
      // Backwards, so that the first is looked at first.
      for (const inner of Object.values(value).slice(0, most).reverse()) left.push(inner);
      continue;
    }
    const isTime = typeof value === "number" && value >= FIRST_TIME;
    if (isTime || value === null || typeof value === "boolean") continue;
    const part = String(value).slice(0, most - length);
    parts.push(part);
    length += part.length + 1;
  }
  return [...new Set(toWords(parts.join(" ")))].join(" ");
}

/** What is looked for: whole words, and perhaps the beginning of one more. */
export type SearchedWords = { words: string[]; beginning: string | null };

/**
 * What a text looks for. The last word may be the beginning of one, unless it is short, a number (too many ids begin
 * alike) or something follows it. Null when there is no word in it.
 */
export function toSearchedWords(text: string): SearchedWords | null {
  const words = toWords(text);
  const last = words.at(-1);
  if (last === undefined) return null;
  const isBeginning = last.length >= 3 && !/^[\d.:_-]+$/.test(last) && !/\s$/.test(text);
  return isBeginning ? { words: words.slice(0, -1), beginning: last } : { words, beginning: null };
}

/** A word, or a facet such as `page=…`, as FTS5 takes it. */
export function quote(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
