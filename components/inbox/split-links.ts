export type TextPart = { text: string; href: string | null };

// Stops at white space, quotes and angle brackets, and at characters that reorder text: with them an address can be
// shown as another one.
const LINK = /https?:\/\/[^\s<>"'`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;
const TRAILING = /[.,;:!?'"»”’…。、，！？；：]+$/u;

/** A message's text, cut into plain parts and `http(s)` links. Joined together the parts are the text. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const shown = trimLink(match[0]);
    const href = toHref(shown);
    if (href === null) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null });
    parts.push({ text: shown, href });
    end = match.index + shown.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}

/** The address to open, or null for anything that is not plain `http` or `https`. */
export function toHref(link: string): string | null {
  try {
    const url = new URL(link);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** Without the punctuation of the sentence around it; a closing bracket stays when the link opened it. */
function trimLink(link: string): string {
  const trimmed = link.replace(TRAILING, "");
  const last = trimmed.at(-1);
  const opening = last === ")" ? "(" : last === "]" ? "[" : null;
  if (opening === null || count(trimmed, opening) >= count(trimmed, last ?? "")) return trimmed;
  return trimLink(trimmed.slice(0, -1));
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
