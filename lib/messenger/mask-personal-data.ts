import { HIDDEN, maskText } from "./mask-text";
import { parseJson } from "./parse-json";

/**
 * A body as Meta sent it with phone numbers, email addresses and postal addresses hidden; everything else is the same
 * text, white space and all. JSON stays JSON, and ids, times and the hosts of addresses on the web stay as they are.
 *
 * Known places are hidden whole, whatever stands there: the fields of addresses, coordinates, the answers of forms
 * (Meta docs: messaging_customer_information, lead ads). Anywhere else the texts are looked through (`maskText`), also
 * where a quick reply carries the number or the address (Meta docs: quick replies, `user_phone_number`, `user_email`).
 * What is no JSON is looked through as one text.
 */
export function maskPersonalData(body: string): string {
  return isJson(body) ? maskJson(body, 0) : maskText(body);
}

/** The bytes of a body with personal data hidden; the very same bytes when there is none in them. */
export function maskBytes(body: Buffer): Buffer {
  const text = body.toString("utf8");
  const masked = maskPersonalData(text);
  return masked === text ? body : Buffer.from(masked);
}

/** Where a value stands. Items of a list stand where the list does. */
type Place = { key: string; label: string | null; isForm: boolean };

const WHOLE: Place = { key: "", label: null, isForm: false };
/** A string, and whether it is a key; what holds values together; numbers and the like. */
const TOKENS = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]|[^\s{}[\]:,"]+/g;
/** JSON inside of strings inside of strings is looked into this far. */
const MAX_INNER = 3;

function maskJson(json: string, depth: number): string {
  // A list of what is open instead of recursion: nothing limits how deep a body may be nested.
  const open: Place[] = [];
  let place = WHOLE;
  return json.replace(TOKENS, (token, text: string | undefined, colon: string | undefined) => {
    if (text !== undefined && colon !== undefined) place = toPlace(open.at(-1) ?? WHOLE, decode(text));
    else if (text !== undefined) return maskString(text, place, depth);
    else if (token === "{" || token === "[") open.push(place);
    else if (token === "}" || token === "]") {
      open.pop();
      place = open.at(-1) ?? WHOLE;
    } else if (place.label !== null && /^-?\d/.test(token)) return JSON.stringify(place.label);
    return token;
  });
}

const FORMS = new Set(["messaging_customer_information", "customer_information", "lead", "field_data"]);
const ANSWERS = new Set(["value", "values", "answer", "answers"]);
const PHONE = /(?:^|_)(?:tele)?(?:phone|mobile|whatsapp)/;
const EMAIL = /(?:^|_)e?_?mail(?:_|$)/;
const ADDRESS =
  /(?:^|_)(?:address\d?|street\d?|house_?number|city|locality|zip|zip_?code|postal(?:_?code)?|post_?code|coordinates|lat|lng|long|latitude|longitude)(?:_|$)/;

function toPlace(holder: Place, key: string): Place {
  const isForm = holder.isForm || FORMS.has(key);
  return { key, label: holder.label ?? toLabel(key, isForm), isForm };
}

function toLabel(key: string, isForm: boolean): string | null {
  const name = key.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
  if (PHONE.test(name)) return HIDDEN.phone;
  if (EMAIL.test(name)) return HIDDEN.email;
  if (ADDRESS.test(name)) return HIDDEN.address;
  return isForm && ANSWERS.has(name) ? HIDDEN.answer : null;
}

/** Keys of ids and times: what stands under them looks like phone numbers, and is none. */
const ID_KEY = /(?:^|_)(?:id|ids|mid|mids|token|ref|time|timestamp|watermark|seq)$|^(?:object|field|fields)$/;
const ID = /^[\w.:$=-]+$/;
const WEB_ADDRESS = /^https?:\/\/[^/?#\s@]*/i;
/** Addresses of Meta's own, full of digits; nobody but Meta makes them. */
const OF_META = /^https:\/\/(?:[\w-]+\.)*(?:fbcdn\.net|fbsbx\.com|cdninstagram\.com)(?:\/|$)/i;

function maskString(text: string, { key, label }: Place, depth: number): string {
  const value = decode(text);
  const masked = label === null || value === "" ? maskValue(value, key, depth) : label;
  return masked === value ? text : encode(masked, text);
}

function maskValue(value: string, key: string, depth: number): string {
  if (ID_KEY.test(key) && ID.test(value)) return value;
  if (OF_META.test(value)) return value;
  const [host = ""] = WEB_ADDRESS.exec(value) ?? [];
  if (host !== "") return host + maskText(value.slice(host.length));
  const isInner = depth < MAX_INNER && /^\s*[{[]/.test(value) && isJson(value);
  return isInner ? maskJson(value, depth + 1) : maskText(value);
}

function decode(text: string): string {
  return JSON.parse(text) as string;
}

/** Written the way it was before: Meta sends nothing but ASCII. */
function encode(value: string, before: string): string {
  const text = JSON.stringify(value);
  return isAscii(before) ? text.replace(/[^\0-\x7f]/g, toEscape) : text;
}

const isAscii = (text: string) => !/[^\0-\x7f]/.test(text);
const toEscape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

function isJson(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}
