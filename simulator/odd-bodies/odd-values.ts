import { aGoodItem, aNotification, type OddBody, type OddBodyFor } from "./odd-body";

const LEVELS = 50_000;
const KEYS = 50_000;
const LONG = 500_000;

/** A message with this JSON of its own, between two good ones: one odd item must not cost the others. */
const beside = (title: string, name: string, toItem: (given: OddBodyFor) => string): OddBody => ({
  title,
  toBody: (given) =>
    aNotification(given, [aGoodItem(given, `${name}-before`), toItem(given), aGoodItem(given, `${name}-after`)]),
});

const message = ({ pageId, psid, atMs }: OddBodyFor, members: string, timestamp = String(atMs)) =>
  `{"sender":{"id":"${psid}"},"recipient":{"id":"${pageId}"},"timestamp":${timestamp},"message":{${members}}}`;

/** Values no person sends, in envelopes that are right. */
export const ODD_VALUES = {
  "deep-nesting": beside("Fifty thousand levels deep", "deep", (given) =>
    message(given, `"mid":"m_odd_${given.atMs}_deep","text":"Deep","nlp":${"[".repeat(LEVELS)}${"]".repeat(LEVELS)}`),
  ),
  "deep-objects": beside("Fifty thousand objects in each other", "objects", (given) =>
    message(
      given,
      `"mid":"m_odd_${given.atMs}_objects","text":"Deep","nlp":${'{"a":'.repeat(LEVELS)}1${"}".repeat(LEVELS)}`,
    ),
  ),
  "huge-numbers": beside("Numbers beyond all bounds", "huge", (given) =>
    message(
      given,
      `"mid":"m_odd_${given.atMs}_huge","text":"Huge","app_id":1e400,"attachments":[{"type":"sticker","payload":{"sticker_id":-1e400,"id":${"9".repeat(400)}}}]`,
      "1e400",
    ),
  ),
  "odd-times": {
    title: "Times before, beyond and beside all calendars",
    toBody: (given) =>
      aNotification(
        given,
        ["-1", "0", "0.5", "1e22", "9007199254740993", "8640000000000001", '""', '"soon"', "true", "[]", "null"].map(
          (time, index) => message(given, `"mid":"m_odd_${given.atMs}_time${index}","text":"At ${index}"`, time),
        ),
      ),
  },
  "odd-watermarks": beside("Receipts and edits with impossible numbers", "marks", ({ pageId, psid, atMs }) => {
    const frame = `"sender":{"id":"${psid}"},"recipient":{"id":"${pageId}"},"timestamp":${atMs}`;
    return [
      `{${frame},"read":{"watermark":1e400}}`,
      `{${frame},"delivery":{"mids":[null,1,{},"m_x"],"watermark":-5}}`,
      `{${frame},"message_edit":{"mid":"m_odd_${atMs}_marks-before","text":"Edited","num_edit":1e400}}`,
      `{${frame},"reaction":{"mid":["m_x"],"action":"react"}}`,
    ].join(",");
  }),
  "lone-surrogates": beside("Halves of emoji, in text, mid and keys", "halves", (given) =>
    message(given, String.raw`"mid":"m_odd_${given.atMs}_\udc00","text":"\ud83d alone \udc00 \ud83d","\ud800":1`),
  ),
  "control-characters": beside("NUL and other control characters", "control", (given) =>
    message(given, String.raw`"mid":"m_odd_${given.atMs}_nul\u0000","text":"\u0000\u0007\u001b[31m\u202e\u2028\ufeff"`),
  ),
  "proto-keys": beside("Names JavaScript knows", "proto", (given) =>
    message(
      { ...given },
      `"mid":"m_odd_${given.atMs}_proto","text":"Proto","__proto__":{"is_echo":true,"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":null,"hasOwnProperty":1`,
    ).replace("{", '{"__proto__":{"read":{"watermark":1},"polluted":true},"constructor":null,'),
  ),
  "wrong-types": beside("Everything of another type than documented", "types", ({ pageId }) =>
    [
      `{"sender":"7","recipient":["${pageId}"],"timestamp":{},"message":{"mid":5,"text":["a"],"attachments":{"type":"image"},"quick_reply":"x","reply_to":[]}}`,
      `{"sender":{"id":{}},"recipient":{"id":5},"timestamp":[],"postback":"x"}`,
      `{"sender":null,"recipient":null,"timestamp":null,"message":null,"read":[],"delivery":1}`,
    ].join(","),
  ),
  "many-keys": beside("Fifty thousand keys in one object", "keys", (given) =>
    message(
      given,
      `"mid":"m_odd_${given.atMs}_keys","text":"Keys",${Array.from({ length: KEYS }, (_, index) => `"k${index}":${index}`).join(",")}`,
    ),
  ),
  "long-strings": beside("A text and a mid of half a megabyte", "long", (given) =>
    message(given, `"mid":"m_odd_${given.atMs}_${"x".repeat(LONG)}","text":"${"long ".repeat(LONG / 5)}"`),
  ),
} as const satisfies Record<string, OddBody>;
