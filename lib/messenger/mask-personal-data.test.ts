import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskPersonalData } from "./mask-personal-data";
import { SAMPLES } from "./samples/samples";

const mask = (value: unknown) => JSON.parse(maskPersonalData(JSON.stringify(value)));

describe("a body that is looked at without the right to personal data", () => {
  test("says neither number nor address of a person, wherever Meta puts it", () => {
    expect(
      mask({
        message: { text: "ana@example.test", quick_reply: { payload: "+491701234567" } },
        postback: { payload: '{"phone":4917012345,"step":2,"id":"7000000000000001"}' },
        lead: { data: [{ question: "Which city?", answer: "Genoa" }] },
        messaging_customer_information: {
          screens: [{ screen_id: "Add address", responses: [{ key: "postal_code", value: "16100" }] }],
        },
        order: {
          shipping_address: { street_1: "Via Roma 1", city: "Genoa", lines: ["x", 2] },
          zipCode: 16100,
          note: "",
        },
        attachments: [{ type: "location", payload: { coordinates: { lat: 44.4, long: 8.9 } } }],
        url: "https://0170123456.example.test/?call=%2B&n=+491701234567",
      }),
    ).toEqual({
      message: { text: "[email hidden]", quick_reply: { payload: "[phone hidden]" } },
      postback: { payload: '{"phone":"[phone hidden]","step":2,"id":"7000000000000001"}' },
      lead: { data: [{ question: "Which city?", answer: "[answer hidden]" }] },
      messaging_customer_information: {
        screens: [{ screen_id: "Add address", responses: [{ key: "postal_code", value: "[answer hidden]" }] }],
      },
      order: {
        shipping_address: {
          street_1: "[address hidden]",
          city: "[address hidden]",
          lines: ["[address hidden]", "[address hidden]"],
        },
        zipCode: "[address hidden]",
        note: "",
      },
      attachments: [
        { type: "location", payload: { coordinates: { lat: "[address hidden]", long: "[address hidden]" } } },
      ],
      url: "https://0170123456.example.test/?call=%2B&n=[phone hidden]",
    });
  });

  test("is otherwise the same text", () => {
    const body = String.raw`{ "object":"page", "n": 1.0e3, "text":"\u00e4 0170 1234567 \u2028", "id":123456789012, "a":[ ] }`;
    expect(maskPersonalData(body)).toBe(body.replace("0170 1234567", "[phone hidden]"));
    const raw = '{"text":"ä ana@example.test"}';
    expect(maskPersonalData(raw)).toBe('{"text":"ä [email hidden]"}');
  });

  test("that is no JSON is hidden in too", () => {
    expect(maskPersonalData('{"text":"0170 1234567", "mail":ana@example.test')).toBe(
      '{"text":"[phone hidden]", "mail":[email hidden]',
    );
  });

  test("of Meta's own samples keeps all but what is personal in them", () => {
    const changed = Object.values(SAMPLES)
      .flat()
      .filter(({ item }) => maskPersonalData(item) !== item)
      .map(({ title }) => title);
    expect(changed).toEqual(["An email address by quick reply", "A lead ad filled in; time in seconds", "An address"]);
  });

  test("as deep as bodies may be nested", () => {
    const body = `${'{"a":['.repeat(50_000)}"0170 1234567"${"]}".repeat(50_000)}`;
    expect(maskPersonalData(body)).toContain('"[phone hidden]"');
  });
});

const id = fc.stringMatching(/^\d{8,17}$/);
const personal = fc.constantFrom("+49 170 1234567", "ana@example.test", "01701234567", "x (030) 1234567 y");
const key = fc.oneof(fc.string(), fc.constantFrom("text", "payload", "phone", "zip", "lead", "value", "url", "mids"));
const leaf = fc.oneof(
  fc.string({ unit: "binary" }),
  personal,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(leaf, fc.array(tie("any"), { maxLength: 4 }), fc.dictionary(key, tie("any"), { maxKeys: 4 })),
})).any;

/** The shape of a value: keys, lists, and which kinds of values are in them. */
function shapeOf(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(shapeOf);
  if (typeof given !== "object" || given === null)
    return typeof given === "boolean" || given === null ? given : "value";
  return Object.entries(given).map(([name, inner]) => [name, shapeOf(inner)]);
}

describe("any body", () => {
  test("stays JSON of the same shape, and masking it again changes nothing", () => {
    fc.assert(
      fc.property(value, fc.constantFrom(0, 1, "\t"), (given, space) => {
        const once = maskPersonalData(JSON.stringify(given, null, space));
        expect(shapeOf(JSON.parse(once))).toEqual(shapeOf(JSON.parse(JSON.stringify(given))));
        expect(maskPersonalData(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test("keeps its ids and times", () => {
    fc.assert(
      fc.property(id, id, id, fc.integer({ min: 1e12, max: 2e12 }), (page, psid, mid, timestamp) => {
        const item = { sender: { id: psid }, recipient: { id: page }, timestamp, message: { mid, app_id: page } };
        const body = {
          object: "page",
          entry: [{ id: page, time: timestamp, messaging: [item, { read: { mids: [mid] } }] }],
        };
        expect(mask(body)).toEqual(body);
      }),
    );
  });

  test("says nothing of what it hides", () => {
    fc.assert(
      fc.property(value, personal, fc.constantFrom("text", "title", "payload", "name"), (given, secret, at) => {
        const masked = maskPersonalData(JSON.stringify({ given, [at]: `Hi ${secret}` }));
        expect(JSON.parse(masked)[at]).toMatch(/hidden\]/);
        expect(JSON.stringify(JSON.parse(masked)[at])).not.toMatch(/1234567|ana@/);
      }),
    );
  });

  test("of any characters at all is masked without an exception", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = maskPersonalData(text);
        expect(maskPersonalData(once)).toBe(once);
      }),
    );
  });
});
