/** Why a secret may be guessed; `public`: it stands in examples, or one look at it is enough. */
export type SecretFault = { kind: "public" | "weak"; why: string };

/** Words that examples and tired people make secrets of. */
const WORDS =
  "placeholder encryption production facebook pagedesk password changeit changeme messenger openssl example replace default webhook passwd qwerty secret random string please session insert sample verify dummy admin owner token value super setup local change your here this that auth test demo page desk pass word long with must todo some need key app abc xyz foo bar baz dev new old not the and env any for my is me it in be to of at an a";
const ONLY_WORDS = new RegExp(`^(?:${WORDS.replaceAll(" ", "|")})+$`);
/** One of these inside tells that a person has typed it. Too long to turn up in random text. */
const TELLING = /change.?me|placeholder|password|example|qwerty|secret/i;
const COUNTED = "0123456789abcdefghijklmnopqrstuvwxyz0123456789";
/** Stand in this repository, for everybody to read. */
const PUBLISHED = new Set(["demo-app-secret-0123456789abcdef"]);
/** Of 32 hexadecimal digits made at random fewer than this differ once in a million times. */
const FEWEST_CHARACTERS = 8;
const LONG_ENOUGH_TO_VARY = 16;

/** Judges a secret that is text. Null: nothing speaks against it. */
export function judgeSecret(value: string): SecretFault | null {
  const plain = value.toLowerCase();
  if (new Set(plain).size === 1) return { kind: "public", why: "is one character repeated" };
  if (PUBLISHED.has(value))
    return { kind: "public", why: "stands in the examples of Pagedesk, where everybody can read it" };
  const letters = plain.replace(/[^a-z0-9]/g, "");
  const withoutCounting = withoutRuns(letters);
  if (letters !== "" && (withoutCounting === "" || ONLY_WORDS.test(withoutCounting))) {
    return { kind: "public", why: "is a placeholder" };
  }
  if (TELLING.test(value)) return { kind: "weak", why: "is made of words" };
  if (/^(.+?)\1+$/.test(value)) return { kind: "weak", why: "repeats itself" };
  if (value.length >= LONG_ENOUGH_TO_VARY && new Set(value).size < FEWEST_CHARACTERS) {
    return { kind: "weak", why: "has hardly any different characters" };
  }
  return null;
}

/** Judges a key of bytes. Null: nothing speaks against it. */
export function judgeKey(key: Buffer): SecretFault | null {
  const [first = 0, second = 0] = key;
  const step = second - first;
  if (key.every((byte, at) => byte === ((first + at * step) & 0xff))) {
    return { kind: "public", why: step === 0 ? "is one byte repeated" : "counts up" };
  }
  // Of 32 random bytes all are printable once in 10^14 times.
  if (key.every((byte) => byte >= 0x20 && byte < 0x7f)) {
    const asText = judgeSecret(key.toString("latin1"));
    return asText?.kind === "public" ? asText : { kind: "weak", why: "is text, not random bytes" };
  }
  return new Set(key).size < key.length / 2 ? { kind: "weak", why: "has hardly any different bytes" } : null;
}

/** Without digits and letters that only count on, from three on. */
function withoutRuns(text: string): string {
  let rest = "";
  for (let at = 0; at < text.length; ) {
    const length = runLength(text.slice(at));
    if (length < 3) rest += text[at];
    at += length < 3 ? 1 : length;
  }
  return rest;
}

function runLength(text: string): number {
  let length = 0;
  for (let from = COUNTED.indexOf(text[0] ?? ""); from !== -1; from = COUNTED.indexOf(text[0] ?? "", from + 1)) {
    let same = 0;
    while (same < text.length && COUNTED[from + same] === text[same]) same += 1;
    length = Math.max(length, same);
  }
  return length;
}
