import { expect, test } from "vitest";
import { findMissingFields } from "./missing-fields";

const ofPages = (fields: string[], more = {}) => ({
  object: "page",
  callbackUrl: "https://desk.acme.com/api/webhook",
  isOurs: true,
  isActive: true,
  fields: fields.map((name) => ({ name, version: "v26.0" })),
  ...more,
});
const wanting = (...desiredFields: string[]) => ({ linkedMs: 1, desiredFields });

test("what any linked Page wants and the app has not is missing, once", () => {
  const pages = [
    wanting("messages", "standby"),
    wanting("standby", "calls"),
    { linkedMs: null, desiredFields: ["feed"] },
  ];
  expect(findMissingFields(pages, [ofPages(["messages"])])).toEqual(["calls", "standby"]);
  expect(findMissingFields(pages, [ofPages(["messages", "standby", "calls"])])).toEqual([]);
});

test("an app that is not subscribed here has a greater problem than fields", () => {
  const pages = [wanting("messages")];
  expect(findMissingFields(pages, [])).toEqual([]);
  expect(findMissingFields(pages, [ofPages([], { isOurs: false })])).toEqual([]);
  expect(findMissingFields(pages, [ofPages([], { isActive: false })])).toEqual([]);
});
