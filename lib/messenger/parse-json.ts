/** Where a run of sixteen digits begins a value, a number may be one that JavaScript cannot hold. */
const MAYBE_BIG = /[:,[\s]-?\d{16}/;
/** A string, or a number token. Takes linear time over JSON; over anything else it may not. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Every level costs hundreds of bytes: a body of nothing but brackets would take a gigabyte. */
const MAX_DEPTH = 200_000;

/**
 * `JSON.parse`, with two differences: integers beyond 2^53 come out as strings of their digits, since ids of apps and
 * attachments are sent as numbers and may be that long (Meta docs: webhook events; observed for attachment ids); and
 * there is a limit to how deep it may be nested.
 *
 * @throws {SyntaxError} when the text is not JSON, or nested too deep
 */
export function parseJson(text: string): unknown {
  if (text.length > MAX_DEPTH && isTooDeep(text)) {
    throw new SyntaxError(`It is nested more than ${MAX_DEPTH} levels deep.`);
  }
  const parsed: unknown = JSON.parse(text);
  return MAYBE_BIG.test(text) ? JSON.parse(text.replace(TOKENS, quoteBigInteger)) : parsed;
}

function quoteBigInteger(token: string): string {
  const isInteger = /^-?\d+$/.test(token);
  return isInteger && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
}

const [QUOTE, BACKSLASH] = ['"', "\\"].map((sign) => sign.charCodeAt(0));
const OPENING: ReadonlySet<number> = new Set(["[", "{"].map((sign) => sign.charCodeAt(0)));
const CLOSING: ReadonlySet<number> = new Set(["]", "}"].map((sign) => sign.charCodeAt(0)));

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length && depth <= MAX_DEPTH; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === QUOTE) isInString = !isInString;
    else if (isInString) index += unit === BACKSLASH ? 1 : 0;
    else if (OPENING.has(unit)) depth += 1;
    else if (CLOSING.has(unit)) depth -= 1;
  }
  return depth > MAX_DEPTH;
}
