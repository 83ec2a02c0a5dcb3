import { expect, test } from "vitest";
import { FIELDS } from "@/lib/messenger/field-catalogue";
import { listColumns, withDiffering } from "./columns";

const pages = [{ desiredFields: ["messages", "feed"], actualFields: ["messages", "leadgen"] }];

test("every field stands in exactly one group, and in all of them together", () => {
  const groups = (["default", "more", "rare"] as const).flatMap((group) => listColumns(group, []));
  expect(groups.sort()).toEqual(FIELDS.map(({ name }) => name).sort());
  expect(listColumns("all", [])).toHaveLength(FIELDS.length);
});

test("what Pages have beside that is shown too", () => {
  expect(listColumns("more", pages).slice(-2)).toEqual(["feed", "leadgen"]);
  expect(listColumns("default", pages)).not.toContain("feed");
  expect(listColumns("rare", pages)).toContain("messaging_payments");
});

test("what is not as wanted gets a column whatever the group", () => {
  expect(withDiffering(["messages"], pages)).toEqual(["messages", "feed", "leadgen"]);
  expect(withDiffering(["messages"], [{ desiredFields: ["standby"], actualFields: ["standby"] }])).toEqual([
    "messages",
  ]);
});
