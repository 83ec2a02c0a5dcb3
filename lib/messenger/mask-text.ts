/** What stands in a text where something was taken out of it. No digit and no `@`: masking it again changes nothing. */
export const HIDDEN = {
  email: "[email hidden]",
  phone: "[phone hidden]",
  address: "[address hidden]",
  answer: "[answer hidden]",
} as const;

/**
 * A text of somebody's with its email addresses and phone numbers hidden. What people write has no form that could be
 * relied on, so a number that only looks like a phone number is hidden too, and one in words is not.
 */
export function maskText(text: string): string {
  if (!/[@＠%\p{Nd}]/u.test(text)) return text;
  return maskPhones(maskEmails(text));
}

const AT = /@|＠|%40/gi;
/** Ends the part before the `@`, looking backwards. */
const NOT_IN_LOCAL_PART = /[\s"'<>()[\]{},;:|\\/?&=#@＠]/u;
/** From the `@` on: labels with dots between, the last one letters. */
const DOMAIN = /[\p{L}\p{N}\p{M}-]{1,63}(?:[.。][\p{L}\p{N}\p{M}-]{1,63}){0,9}/uy;
const HAS_TOP_LEVEL = /[.。](?:xn--[a-z\d-]+|[\p{L}\p{M}]{2,})$/iu;

function maskEmails(text: string): string {
  let masked = "";
  let done = 0;
  // Not looked at again behind this one: every character once.
  let previous = 0;
  for (const { 0: at, index } of text.matchAll(AT)) {
    if (index < done) continue;
    let start = index;
    const first = Math.max(done, previous);
    previous = index + at.length;
    while (start > first && !NOT_IN_LOCAL_PART.test(text[start - 1] ?? " ")) start -= 1;
    DOMAIN.lastIndex = index + at.length;
    const domain = DOMAIN.exec(text)?.[0];
    if (start === index || domain === undefined || !HAS_TOP_LEVEL.test(domain)) continue;
    masked += text.slice(done, start) + HIDDEN.email;
    done = index + at.length + domain.length;
  }
  return masked + text.slice(done);
}

/** Stands between the digits of a number as people write them, and what cannot be seen there. */
const BETWEEN = String.raw`[\p{Zs}\t\p{Cf}.()\/\p{Pd}·•]{0,4}`;
/** Seven digits or more: the shortest that reach somebody from anywhere else. */
const NUMBER = new RegExp(String.raw`[+＋(]{0,2}\p{Nd}(?:${BETWEEN}\p{Nd}){6,}`, "gu");
const BESIDE_A_NAME = /[\p{L}\p{N}_]/u;
const LONGEST_PHONE = 15;
const DATES = [
  /^(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])$/,
  /^(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./](?:19|20)\d\d$/,
];
const EXACT_TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/;

function maskPhones(text: string): string {
  if (EXACT_TIME.test(text)) return text;
  // In what is one word, digits beside letters are a name of something: `order_1234567`, `a1b2c3`.
  const isProse = /\s/u.test(text);
  return text.replace(NUMBER, (number, index: number) => {
    const before = text[index - 1] ?? " ";
    const after = text[index + number.length] ?? " ";
    if (!isProse && (BESIDE_A_NAME.test(before) || BESIDE_A_NAME.test(after))) return number;
    // Longer than any phone number and without a gap: an id of the platform's.
    if (/^\d+$/.test(number) && number.length > LONGEST_PHONE) return number;
    return DATES.some((date) => date.test(number)) ? number : HIDDEN.phone;
  });
}
