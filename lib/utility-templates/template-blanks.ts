/** `{{1}}`, or `{{order_id}}` (Meta docs: utility messages). */
const BLANK = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;
/** Far more than any template holds. */
const MAX_BLANKS = 50;

const isNumber = (name: string) => /^\d+$/.test(name);

/**
 * What a body leaves open, in the order it is filled: by number from 1 to the highest one there is, or by name in the
 * order names appear. A blank that stands there twice is one.
 */
export function listBlanks(body: string): { name: string | null }[] {
  const names = [...new Set([...body.matchAll(BLANK)].map(([, name]) => name as string))];
  if (!names.every(isNumber)) return names.slice(0, MAX_BLANKS).map((name) => ({ name: isNumber(name) ? null : name }));
  const highest = Math.min(Math.max(0, ...names.map(Number)), MAX_BLANKS);
  return Array.from({ length: highest }, () => ({ name: null }));
}

export function hasBlanks(text: string): boolean {
  return [...text.matchAll(BLANK)].length > 0;
}

/** The numbers or names of a body's blanks as they stand there, each once. */
export function listBlankNames(body: string): string[] {
  return [...new Set([...body.matchAll(BLANK)].map(([, name]) => name as string))];
}

/** Puts something in the place of every blank; `toText` is given its number or name. */
export function replaceBlanks(body: string, toText: (name: string) => string): string {
  return body.replace(BLANK, (_, name: string) => toText(name));
}
