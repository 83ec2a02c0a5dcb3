import { isSignature, type SignatureHash, type SignatureHeaders } from "./signature";

/**
 * Why a signature is not valid, most likely. `sha1_only`: only the old header came, and it is not allowed here.
 * `re_encoded`: it would fit the body as Meta writes it, so something between Meta and us has parsed the body and
 * written it anew.
 */
export type SignatureCause = "missing" | "sha1_only" | "malformed" | "re_encoded" | "wrong_secret";

/** Trying other forms of the body hashes it some twenty times, and anyone can cause that: a larger one is not worth it. */
const MAX_TRIED_BYTES = 24 * 1024;
const FORM: Record<SignatureHash, RegExp> = { sha256: /^sha256=[0-9a-f]{64}$/, sha1: /^sha1=[0-9a-f]{40}$/ };
/** A string, the space between tokens, or a run of anything else. Use it on valid JSON only. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[ \t\r\n]+|[^" \t\r\n]+/g;

/** What shows without looking at the body; null when only the body can tell. */
export function findHeaderCause({ sha256, sha1 }: SignatureHeaders, allowSha1: boolean): SignatureCause | null {
  if (sha256 !== undefined) return FORM.sha256.test(sha256) ? null : "malformed";
  if (sha1 === undefined) return "missing";
  if (!allowSha1) return "sha1_only";
  return FORM.sha1.test(sha1) ? null : "malformed";
}

/**
 * Guesses what is wrong with a signature that was refused. Costs more than checking it: for the few calls that are kept
 * to look at, never for every one, and never told to whoever called.
 */
export function guessSignatureCause(
  body: Uint8Array,
  headers: SignatureHeaders,
  { secrets, allowSha1 }: { secrets: readonly string[]; allowSha1: boolean },
): SignatureCause {
  const shown = findHeaderCause(headers, allowSha1);
  if (shown !== null) return shown;
  const hash = headers.sha256 === undefined ? "sha1" : "sha256";
  const given = headers.sha256 ?? headers.sha1 ?? "";
  const isFitting = (form: string) => secrets.some((secret) => isSignature(given, hash, Buffer.from(form), secret));
  return listOriginalForms(body).some(isFitting) ? "re_encoded" : "wrong_secret";
}

/**
 * What the body may have been before something wrote it anew: compact, with every escape Meta uses or used to (Meta
 * docs: webhooks, validate payloads). Works on the tokens, so that order of keys and digits of numbers stay.
 */
function listOriginalForms(body: Uint8Array): string[] {
  if (body.length > MAX_TRIED_BYTES) return [];
  const text = Buffer.from(body).toString("utf8");
  if (!isJson(text)) return [];
  const tokens = text.match(TOKENS)?.filter((token) => /[^ \t\r\n]/.test(token)) ?? [];
  const write = (toToken: (content: string) => string) =>
    tokens.map((token) => (token.startsWith('"') ? `"${toToken(JSON.parse(token))}"` : token)).join("");
  const escaped = [/(?!)/g, /[<%@]/g].flatMap((extra) =>
    [toLowerEscape, toUpperEscape].flatMap((escapeExtra) => {
      const plainSlash = write((content) => escapeLikeMeta(content).replace(extra, escapeExtra));
      const withSlash = write((content) => escapeLikeMeta(content).replace(extra, escapeExtra).replaceAll("/", "\\/"));
      return [withSlash, plainSlash];
    }),
  );
  // The last two: only the space around the tokens is new, whatever the escapes were.
  return [...new Set([...escaped, tokens.join(""), text.trim()])];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The content of a string as Meta writes it, but for the slash: everything beyond ASCII as `\uXXXX` in lower case. */
function escapeLikeMeta(content: string): string {
  return JSON.stringify(content)
    .slice(1, -1)
    .replace(/[\u007f-\uffff]/g, toLowerEscape);
}

function toLowerEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function toUpperEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
