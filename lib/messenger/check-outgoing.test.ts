import { describe, expect, test } from "vitest";
import { checkOutgoing } from "./check-outgoing";
import type { OutgoingContent } from "./outgoing-content";

const REQUEST = { type: "one_time_notif_req", title: "Tell me when it is back", topic: "RESTOCK_42" } as const;
const UTILITY = { name: "repair_ready", language: "en", parameters: [], preview: "Ready" };

const fine: [string, OutgoingContent][] = [
  ["a text of exactly 1000 bytes", { text: "x".repeat(1000) }],
  ["a quick reply with a text", { text: "Which?", quickReplies: [{ type: "text", title: "Red", payload: "RED" }] }],
  ["a picture", { attachment: { type: "image", url: "https://shop.example.test/a.png" } }],
  ["a file", { attachment: { type: "file", attachmentId: "1" } }],
  ["a quote", { text: "Yes", replyToMid: "m_1" }],
];
describe.each(["messenger", "instagram"] as const)("on %s", (channel) => {
  test.each(fine)("%s goes out", (_, content) => {
    expect(checkOutgoing(content, channel)).toEqual([]);
  });
});

describe("Instagram", () => {
  test.each([
    ["x".repeat(1001), 1001],
    ["é".repeat(501), 1002],
    ["👍".repeat(251), 1004],
  ])("counts the bytes of a text: %#", (text, bytes) => {
    expect(checkOutgoing({ text }, "instagram")).toEqual([
      { path: "text", message: `Instagram takes 1000 bytes of text at most; this is ${bytes}.` },
    ]);
    expect(checkOutgoing({ text }, "messenger")).toEqual([]);
  });

  test("asks nobody for a phone number or an address with a quick reply, and says which one is in the way", () => {
    const quickReplies: OutgoingContent["quickReplies"] = [
      { type: "text", title: "Red", payload: "RED" },
      { type: "user_phone_number" },
      { type: "user_email" },
    ];
    expect(checkOutgoing({ text: "How?", quickReplies }, "instagram").map(({ path }) => path)).toEqual([
      "quickReplies.1",
      "quickReplies.2",
    ]);
    expect(checkOutgoing({ text: "How?", quickReplies }, "messenger")).toEqual([]);
  });

  test.each([
    ["template", { template: REQUEST }],
    ["oneTimeId", { text: "It is back.", oneTimeId: "1" }],
    ["utility", { utility: UTILITY }],
  ] as [string, OutgoingContent][])("has no %s of that kind", (path, content) => {
    expect(checkOutgoing(content, "instagram")).toMatchObject([
      { path, message: expect.stringContaining("Instagram has no") },
    ]);
    expect(checkOutgoing(content, "messenger")).toEqual([]);
  });
});

test("a consent is not spent on asking for another one", () => {
  expect(checkOutgoing({ template: REQUEST, oneTimeId: "1" }, "messenger")).toMatchObject([{ path: "oneTimeId" }]);
});
