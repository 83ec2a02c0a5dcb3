import { expect, test } from "vitest";
import { DEFAULT_FIELDS, FIELDS, findField, findUnknownFields } from "./field-catalogue";
import { FIELD_PRESETS } from "./field-presets";

const preset = (wanted: string) => FIELD_PRESETS.find(({ id }) => id === wanted)?.fields ?? [];

test("every field says what it brings and is listed once", () => {
  expect(FIELDS).toHaveLength(45);
  expect(new Set(FIELDS.map(({ name }) => name)).size).toBe(45);
  for (const { name, brings } of FIELDS) expect(brings, name).toMatch(/^[A-Z].+\.$/);
});

test("what people should know first: side effect, permission, other name on Instagram, standing", () => {
  expect(FIELDS.filter(({ sideEffect }) => sideEffect !== null).map(({ name }) => name)).toEqual(["response_feedback"]);
  const ofMetadata = FIELDS.filter(({ permission }) => permission === "pages_manage_metadata").map(({ name }) => name);
  expect(ofMetadata).toEqual(["inbox_labels", "business_integrity", "messaging_integrity"]);
  expect(findField("message_edits")?.instagram).toBe("message_edit");
  expect(findField("message_deliveries")?.instagram).toBeNull();
  expect(findField("messaging_payments")?.status).toBe("retired");
  expect(findField("feed")).toBeNull();
  expect(findField("constructor")).toBeNull();
});

test("presets are made of known fields, each at most once, and none is empty", () => {
  for (const { id, fields } of FIELD_PRESETS) {
    expect(findUnknownFields(fields), id).toEqual([]);
    expect(new Set(fields).size, id).toBe(fields.length);
    expect(fields.length, id).toBeGreaterThan(0);
    expect(
      fields.map((name) => findField(name)?.sideEffect),
      id,
    ).not.toContainEqual(expect.any(String));
  }
});

test("the fifteen are fifteen; everything leaves out the retired and the partners' and holds the default", () => {
  expect(preset("fifteen")).toHaveLength(15);
  const statuses = new Set(preset("everything").map((name) => findField(name)?.status));
  expect(statuses).toEqual(new Set(["core", "beta", "undocumented", "new"]));
  expect(preset("everything")).toEqual(expect.arrayContaining([...DEFAULT_FIELDS, ...preset("inbox")]));
});

test("names Meta would refuse are found, whatever the fields are about", () => {
  expect(findUnknownFields(["messages", "mesages", "feed", "message_optins"])).toEqual(["mesages", "message_optins"]);
});
