import { describe, expect, test } from "vitest";
import type { AttachmentType, EventKind } from "../messaging-event";
import { parseJson } from "../parse-json";
import { parseNotification } from "../parse-notification";
import { fillSample } from "./fill-sample";
import { SAMPLE_INSTAGRAM_ID, SAMPLE_PAGE_ID, SAMPLE_PSID, type Sample } from "./sample";
import { ATTACHMENT_SAMPLES, SAMPLES } from "./samples";

const kinds = Object.entries(SAMPLES) as [EventKind, readonly Sample[]][];
const types = Object.entries(ATTACHMENT_SAMPLES) as [AttachmentType, readonly Sample[]][];

function parse(
  { object, channel }: Sample,
  item: string,
  id = object === "page" ? SAMPLE_PAGE_ID : SAMPLE_INSTAGRAM_ID,
) {
  const [event, ...others] = parseNotification(
    parseJson(`{"object":"${object}","entry":[{"id":"${id}","time":1790000000456,"${channel}":[${item}]}]}`),
  );
  expect(others).toEqual([]);
  if (event === undefined) throw new Error("no event");
  return event;
}

describe.each(kinds)("samples of %s", (kind, samples) => {
  test.each(samples)("$title", (sample) => {
    expect(parse(sample, sample.item)).toMatchObject({ event: { kind }, object: sample.object, field: sample.field });
  });
});

describe.each(types)("samples of the attachment %s", (type, samples) => {
  test.each(samples)("$title", (sample) => {
    expect(parse(sample, sample.item)).toMatchObject({
      field: "messages",
      event: { kind: "message", attachments: [{ type }] },
    });
  });
});

test("titles tell the samples of one kind apart", () => {
  for (const [kind, samples] of [...kinds, ...types]) {
    expect(new Set(samples.map(({ title }) => title)).size, kind).toBe(samples.length);
  }
});

test("every sample is compact and free of escaped slashes, and of numbers only JSON text can hold there is one", () => {
  const all = [...kinds, ...types].flatMap(([, samples]) => samples);
  for (const { item } of all) expect(item).not.toMatch(/\\\/|\n|": |", "/);
  expect(all.some(({ item }) => item.includes(":12345678901234567890"))).toBe(true);
});

describe("filling", () => {
  const filling = { entryId: "4", psid: "5", atMs: 1_800_000_000_500, suffix: "_x1" };

  test.each([...kinds, ...types].flatMap(([, samples]) => samples))(
    "$title: another event of the same shape",
    (sample) => {
      const filled = fillSample(sample, filling);
      expect(filled).not.toMatch(new RegExp(`"(${SAMPLE_PAGE_ID}|${SAMPLE_PSID}|${SAMPLE_INSTAGRAM_ID})"`));
      const before = parse(sample, sample.item);
      const after = parse(sample, filled, filling.entryId);
      expect(after).toMatchObject({ field: before.field, event: { kind: before.event.kind } });
      expect(after.psid).toBe(before.psid === null ? null : "5");
    },
  );

  test("keeps distances between times, and seconds in seconds", () => {
    expect(fillSample(SAMPLES.delivery[0], filling)).toBe(
      '{"sender":{"id":"5"},"recipient":{"id":"4"},"timestamp":1800000000500,"delivery":{"mids":["m_demoPage8_x1"],"watermark":1800000000400}}',
    );
    expect(fillSample({ item: '{"timestamp":"1790000000","end":1790090000}' }, filling)).toBe(
      '{"timestamp":"1800000000","end":1800090000}',
    );
  });

  test("points at a message that is there", () => {
    expect(fillSample(SAMPLES.reaction[0], { ...filling, pageMid: "m_real" })).toContain('"mid":"m_real"');
    expect(fillSample(SAMPLES.edit[0], { ...filling, personMid: "m_real" })).toContain('"mid":"m_real"');
  });
});
