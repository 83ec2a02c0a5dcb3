import { expect, test } from "vitest";
import { parseJson } from "./parse-json";
import { parseNotification } from "./parse-notification";
import { SAMPLE_INSTAGRAM_ID, SAMPLE_PAGE_ID } from "./samples/sample";
import { ATTACHMENT_SAMPLES, SAMPLES } from "./samples/samples";
import { namesPerson, withoutItems } from "./without-items";

const samples = [...Object.values(SAMPLES), ...Object.values(ATTACHMENT_SAMPLES)].flat();
const OTHER = "7000000000000099";
const other = { sender: { id: OTHER }, recipient: { id: "1" }, timestamp: 1, message: { mid: "m_o", text: "stays" } };

test.each(["page", "instagram"] as const)("every kind of item of %s goes without moving its neighbours", (object) => {
  const entries = samples
    .filter((sample) => sample.object === object)
    .map(({ item, channel }) => ({
      id: object === "page" ? SAMPLE_PAGE_ID : SAMPLE_INSTAGRAM_ID,
      time: 1_790_000_000_456,
      messaging: [other],
      changed_fields: ["feed"],
      ...(channel === "messaging" ? { messaging: [parseJson(item), other] } : { [channel]: [parseJson(item)] }),
    }));
  const payload = { object, entry: entries };
  const before = parseNotification(payload);
  const isOther = (position: number) => before[position]?.psid === OTHER;
  const { payload: rest, erased } = withoutItems(payload, (position) => !isOther(position));
  const after = parseNotification(rest);

  expect(erased.length).toBeGreaterThan(5);
  expect(after).toHaveLength(before.length);
  for (const [position, event] of after.entries()) {
    if (isOther(position)) expect(event).toEqual(before[position]);
    else expect(event.psid, JSON.stringify(event)).toBeNull();
  }
  const people = before.filter((_, position) => !isOther(position)).flatMap(({ psid }) => psid ?? []);
  for (const psid of people) expect(JSON.stringify(rest)).not.toContain(`"${psid}"`);
});

test("of a message only its id and its time are left", () => {
  const item = {
    sender: { id: "7" },
    recipient: { id: "1" },
    timestamp: 5,
    message: { mid: "m_1", text: "goes", reply_to: { mid: "m_0" }, attachments: [{ type: "image" }] },
  };
  const { payload } = withoutItems({ object: "page", entry: [{ id: "1", messaging: [item] }] }, () => true);
  expect(payload).toEqual({
    object: "page",
    entry: [{ id: "1", messaging: [{ erased: true, timestamp: 5, recipient: { id: "1" }, message: { mid: "m_1" } }] }],
  });
});

test("what holds nothing to erase is the same object, whatever it is", () => {
  for (const payload of [
    null,
    5,
    "x",
    [],
    {},
    { entry: 5 },
    { object: "page", entry: [null, 1, { messaging: other }] },
  ]) {
    expect(withoutItems(payload, () => false)).toEqual({ payload, erased: [] });
  }
});

test("an item that is no object can go too", () => {
  const payload = { object: "page", entry: [{ id: "1", messaging: ["odd"], standby: "odd" }] };
  expect(withoutItems(payload, () => true)).toEqual({
    payload: { object: "page", entry: [{ id: "1", messaging: [{ erased: true }], standby: { erased: true } }] },
    erased: [0, 1],
  });
});

test("a person is named by id, not by what somebody wrote", () => {
  expect(namesPerson({ value: { from: { id: "7" } } }, "7")).toBe(true);
  expect(namesPerson({ value: { sender_id: 7 } }, "7")).toBe(true);
  expect(namesPerson({ message: { text: "7", mid: "7" } }, "7")).toBe(false);
});
