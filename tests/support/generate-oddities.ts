import fc from "fast-check";
import { SAMPLE_INSTAGRAM_ID, SAMPLE_PAGE_ID, type Sample } from "@/lib/messenger/samples/sample";
import { ATTACHMENT_SAMPLES, SAMPLES } from "@/lib/messenger/samples/samples";

const ALL: readonly Sample[] = [...Object.values(SAMPLES), ...Object.values(ATTACHMENT_SAMPLES)].flat();

/** JSON text that code may stumble over wherever another value should be. */
const ODD_VALUES = [
  ...["null", "true", "0", "-1", "-0", "1e400", "-1e400", "1.5", "12345678901234567890", "1e-400", "9007199254740993"],
  ...[
    '""',
    '"x"',
    '"\\u0000"',
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"__proto__"',
    '"null"',
    '"1e400"',
    '"🚲"',
    "[]",
    "{}",
  ],
  ...["[[]]", "[null]", '[{"type":null}]', '{"id":{}}', '{"__proto__":{"polluted":true}}'],
  ...['{"constructor":{"prototype":{"polluted":true}}}', '{"toString":1,"hasOwnProperty":2,"toJSON":3,"length":-1}'],
  ...[`${"[".repeat(5_000)}${"]".repeat(5_000)}`, `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`],
  ...[`"${"x".repeat(70_000)}"`, `"${"\\ud83d\\ude00".repeat(3_000)}"`, `[${"{},".repeat(500)}{}]`],
];

/** A value, with what stands before it; keys stay as they are. */
const VALUES = /(?<=[:[,])(?:"(?:[^"\\]|\\.)*"(?!:)|-?\d[\d.eE+-]*|true|false|null|\{\}|\[\])/g;

/** A notification in which a few values have become something else. Mostly still JSON. */
function mutated(): fc.Arbitrary<string> {
  const change = fc.record({ at: fc.nat(999), to: fc.constantFrom(...ODD_VALUES) });
  return fc
    .tuple(fc.constantFrom(...ALL), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([sample, changes]) => {
      let body = toBody(sample);
      for (const { at, to } of changes) {
        const places = [...body.matchAll(VALUES)];
        const place = places[at % places.length];
        if (place) body = body.slice(0, place.index) + to + body.slice(place.index + place[0].length);
      }
      return body;
    });
}

/** A notification of which a part is cut out, doubled, or in which a byte has changed. Mostly no longer JSON. */
function damaged(): fc.Arbitrary<Buffer> {
  const cut = fc.record({ sample: fc.constantFrom(...ALL), from: fc.nat(900), length: fc.nat(40), byte: fc.nat(255) });
  return cut.map(({ sample, from, length, byte }) => {
    const whole = Buffer.from(toBody(sample));
    const at = from % whole.length;
    if (byte % 3 === 0) return Buffer.concat([whole.subarray(0, at), whole.subarray(at + length)]);
    if (byte % 3 === 1) return Buffer.concat([whole.subarray(0, at + length), whole.subarray(at)]);
    whole[at] = byte;
    return whole;
  });
}

/** Any body at all that somebody who knows the secret could send. */
export function anyBytes(): fc.Arbitrary<Buffer> {
  return fc.oneof(
    { weight: 6, arbitrary: mutated().map((body) => Buffer.from(body)) },
    { weight: 2, arbitrary: damaged() },
    { weight: 1, arbitrary: fc.json().map((json) => Buffer.from(`{"object":"page","entry":[${json}]}`)) },
    { weight: 1, arbitrary: fc.json().map((json) => Buffer.from(json)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  );
}

function toBody({ object, channel, item }: Sample): string {
  const id = object === "page" ? SAMPLE_PAGE_ID : SAMPLE_INSTAGRAM_ID;
  return `{"object":"${object}","entry":[{"id":"${id}","time":1790000000456,"${channel}":[${item}]}]}`;
}
