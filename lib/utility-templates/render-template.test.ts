import { describe, expect, test } from "vitest";
import { checkNewTemplate } from "./check-new-template";
import { renderTemplate } from "./render-template";
import { listBlanks } from "./template-blanks";
import { toUtilityTemplate } from "./to-utility-template";

const stored = { id: "1", name: "repair_ready", language: "en", status: "APPROVED" };
const template = (text: string, more: object[] = []) =>
  toUtilityTemplate({ ...stored, components: [{ type: "BODY", text }, ...(more as [])] });

test.each([
  ["Your frame {{1}} is ready, {{2}}.", [{ text: "R-1" }, { text: "Ana" }], "Your frame R-1 is ready, Ana."],
  ["{{2}} before {{1}}, and {{2}} again.", [{ text: "a" }, { text: "b" }], "b before a, and b again."],
  ["Order {{order_id}} for {{name}}.", [{ text: "7" }, { text: "Ana" }], "Order 7 for Ana."],
  [
    "For {{name}}: {{order_id}}.",
    [
      { name: "order_id", text: "7" },
      { name: "name", text: "Ana" },
    ],
    "For Ana: 7.",
  ],
  ["Not {{1}} nor {{2}} filled.", [{ text: "x" }], "Not x nor {{2}} filled."],
  ["Written as {{1}} here.", [{ text: "{{2}} $& $1" }], "Written as {{2}} $& $1 here."],
])("%s", (body, parameters, expected) => {
  expect(renderTemplate(template(body), parameters)).toBe(expected);
});

test("blanks are counted by their highest number, or named in order, each once", () => {
  expect(listBlanks("No blank")).toEqual([]);
  expect(listBlanks("{{1}} {{3}} {{1}}")).toEqual([{ name: null }, { name: null }, { name: null }]);
  expect(listBlanks("{{b}} {{a}} {{b}}")).toEqual([{ name: "b" }, { name: "a" }]);
  expect(listBlanks("{{999999999}}")).toHaveLength(50);
});

test("what Meta stores becomes ours; what the desk cannot fill in is named", () => {
  const header = { type: "HEADER", format: "TEXT", text: "Ready" };
  const buttons = { type: "BUTTONS", buttons: [{ type: "URL", text: "Open", url: "https://example.test" }] };
  expect(template("Hi {{1}}.", [header, buttons])).toMatchObject({
    header: "Ready",
    buttons: ["Open"],
    obstacle: null,
  });
  expect(renderTemplate(template("Hi {{1}}.", [header]), [{ text: "Ana" }])).toBe("Ready\nHi Ana.");
  expect(template("Hi.", [{ type: "HEADER", format: "IMAGE" }]).obstacle).toContain("picture");
  expect(template("Hi.", [{ type: "HEADER", text: "For {{1}}" }]).obstacle).toContain("header");
  expect(
    template("Hi.", [{ type: "BUTTONS", buttons: [{ type: "URL", url: "https://x.test/{{1}}" }] }]).obstacle,
  ).toContain("button");
  expect(toUtilityTemplate({ ...stored, rejected_reason: "NONE", body: "Hi." })).toMatchObject({
    rejectedReason: null,
    body: "Hi.",
  });
});

describe("a new template", () => {
  const paths = (given: Partial<Parameters<typeof checkNewTemplate>[0]>) =>
    checkNewTemplate({ name: "order_shipped", language: "en", body: "Hi.", examples: [], ...given }).map(
      ({ path }) => path,
    );
  test.each([
    ["is fine", { body: "Hi {{1}}, it is {{2}}.", examples: ["a", "b"] }, []],
    ["has a gap", { body: "Hi {{1}} {{3}}.", examples: ["a", "b"] }, ["body"]],
    ["names its blanks", { body: "Hi {{name}}.", examples: ["a"] }, ["body"]],
    ["begins with a blank", { body: "{{1}} is here.", examples: ["a"] }, ["body"]],
    ["ends with a blank", { body: "Here is {{1}} ", examples: ["a"] }, ["body"]],
    ["is named otherwise than Meta allows", { name: "Order Shipped 1" }, ["name"]],
    ["is in no language", { language: "e" }, ["language"]],
    ["says nothing", { body: " " }, ["body"]],
    ["leaves an example empty", { body: "Hi {{1}}, it is {{2}}.", examples: ["a", " "] }, ["examples.1"]],
    ["lacks an example", { body: "Hi {{1}}.", examples: [] }, ["examples"]],
    ["has a blank in its header", { header: "For {{1}}" }, ["header"]],
    ["has a phone button", { buttons: [{ type: "phone_number" }] }, ["buttons.0.type"]],
  ])("%s", (_, given, expected) => {
    expect(paths(given)).toEqual(expected);
  });
});
