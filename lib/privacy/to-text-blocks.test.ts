import { expect, test } from "vitest";
import { DEFAULT_PRIVACY_TEXT } from "./default-privacy-text";
import { toTextBlocks } from "./to-text-blocks";

test("headings and paragraphs; everything else is text", () => {
  expect(toTextBlocks("First\nsecond\n\n\n#  What \r\n<b>bold</b> **not**\n#no heading\n# ")).toEqual([
    { kind: "paragraph", text: "First\nsecond", line: 1 },
    { kind: "heading", text: "What", line: 4 },
    { kind: "paragraph", text: "<b>bold</b> **not**\n#no heading\n# ", line: 7 },
  ]);
  expect(toTextBlocks(" \n\n")).toEqual([]);
});

test("our own text says what is kept, why, how long, and how it goes", () => {
  const headings = toTextBlocks(DEFAULT_PRIVACY_TEXT).filter(({ kind }) => kind === "heading");
  expect(headings.map(({ text }) => text)).toEqual([
    "What we keep",
    "Why",
    "Who sees it",
    "How long",
    "How to have it deleted",
    "People who work with this desk",
  ]);
});
