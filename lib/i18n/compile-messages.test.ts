import { expect, test } from "vitest";
import { compileMessages } from "./compile-messages";
import { messages } from "./messages";

test("texts without values stay texts, others become lists that React hands on to the browser", () => {
  const compiled: unknown = compileMessages({
    a: { plain: "Inbox", count: "{n, plural, one {# Page} other {# Pages}}" },
  });
  expect(compiled).toEqual({ a: { plain: "Inbox", count: [["n", 2, { one: [0, " Page"], other: [0, " Pages"] }]] } });
  expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
});

test("every text of the catalogue compiles", () => {
  expect(messages.inbox.title).toBe("Inbox");
});
