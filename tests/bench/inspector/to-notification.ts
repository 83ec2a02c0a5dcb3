import { fillSample } from "@/lib/messenger/samples/fill-sample";
import { SAMPLES } from "@/lib/messenger/samples/samples";
import type { AcceptedNotification } from "@/lib/notifications/notification-queries";

/** Page 0 gets half of all, page 1 half of the rest, and so on: a desk has busy Pages and quiet ones. */
export const PAGES = Array.from({ length: 24 }, (_, n) => String(300_000_000_000_000 + n));
export const UNLINKED_PAGE = "399999999999999";
export const FIRST_MS = 1_790_000_000_000;
/** Between two notifications. A million of them are eleven days. */
export const STEP_MS = 1_000;
/** What the database refuses to apply while the data is made: the failures. */
export const POISON = "poison";

const PEOPLE = 30_000;
const ALL_SAMPLES = Object.values(SAMPLES).flat();
const WORDS = "open sunday bicycle repair green blue size price tomorrow thanks hello delivery colour wheel bell".split(
  " ",
);

/** Any number from 0 up to `below`, the same every time: neighbours have nothing to do with each other. */
function scatter(index: number, below: number, salt: number): number {
  return (Math.imul(index + 1, 2_654_435_761 + 2 * salt) >>> 0) % below;
}

export function toPsid(index: number): string {
  return String(7_100_000_000_000_000 + scatter(index, PEOPLE, 1));
}

/** The `index`-th notification of a desk's life: mostly messages and receipts, and a little of everything there is. */
export function toNotification(index: number): AcceptedNotification {
  const receivedMs = FIRST_MS + index * STEP_MS;
  const body = Buffer.from(toBody(index, receivedMs - 300));
  const rest = { receivedMs, body, sizeBytes: body.length, headers: '{"content-type":"application/json"}' };
  if (scatter(index, 2_000, 2) === 0) {
    return { ...rest, signature: "invalid", signatureCause: "wrong_secret", status: 401 };
  }
  return { ...rest, signature: "valid", secretIndex: 0, signatureHash: "sha256", status: 200 };
}

function toBody(index: number, atMs: number): string {
  if (scatter(index, 1_000, 3) === 0) return `not json at all, number ${index}`;
  // Meta sends some again, a while later.
  const isAgain = index > 500 && scatter(index, 100, 4) === 0;
  return isAgain ? toEnvelope(index - 500, atMs - 500 * STEP_MS) : toEnvelope(index, atMs);
}

function toEnvelope(index: number, atMs: number): string {
  const isUnlinked = scatter(index, 3_000, 5) === 0;
  const entryId = isUnlinked
    ? UNLINKED_PAGE
    : (PAGES[Math.min(PAGES.length - 1, Math.clz32(scatter(index, 2 ** 31, 6)) - 1)] as string);
  const { channel, item } = toItem(index, { entryId, psid: toPsid(index), atMs });
  const time = channel === "changes" ? Math.floor(atMs / 1000) : atMs + 100;
  return `{"object":"page","entry":[{"id":"${entryId}","time":${time},"${channel}":[${item}]}]}`;
}

type Where = { entryId: string; psid: string; atMs: number };

function toItem(index: number, where: Where): { channel: string; item: string } {
  const sort = scatter(index, 100, 7);
  if (sort >= 97) {
    const sample = ALL_SAMPLES[scatter(index, ALL_SAMPLES.length, 8)] ?? SAMPLES.message[0];
    return { channel: sample.channel, item: fillSample(sample, { ...where, suffix: `_${index}` }) };
  }
  const { entryId, psid, atMs } = where;
  const fromPerson = { sender: { id: psid }, recipient: { id: entryId }, timestamp: atMs };
  const item = (() => {
    if (sort < 45) return { ...fromPerson, message: { mid: toMid(index), text: toText(index) } };
    if (sort < 70) {
      const message = { mid: toMid(index), is_echo: true, app_id: 263902037430900, text: toText(index) };
      return { sender: { id: entryId }, recipient: { id: psid }, timestamp: atMs, message };
    }
    if (sort < 85) return { ...fromPerson, delivery: { mids: [toMid(index - 1)], watermark: atMs } };
    if (sort < 93) return { ...fromPerson, read: { watermark: atMs } };
    return { ...fromPerson, reaction: { mid: toMid(index - 1), action: "react", reaction: "love", emoji: "❤️" } };
  })();
  return { channel: "messaging", item: JSON.stringify(item) };
}

function toMid(index: number): string {
  return `m_inspector-${index}-Qk5yZ3JhbUlzTm90QVJlYWxNaWQ`;
}

/** A few common words, a rare one (1 in 5,000), and one that nothing else has. */
function toText(index: number): string {
  const common = [9, 10, 11].map((salt) => WORDS[scatter(index, WORDS.length, salt)]).join(" ");
  const rare = scatter(index, 5_000, 12) === 0 ? " velocipede" : "";
  const poison = scatter(index, 4_000, 13) === 0 ? ` ${POISON}` : "";
  return `${common}${rare}${poison} order${index}`;
}
