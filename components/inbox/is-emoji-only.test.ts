import { expect, test } from "vitest";
import { isEmojiOnly } from "./is-emoji-only";

test.each(["👍", "👍🏽", "❤️", "👩‍👩‍👧‍👦", "🇧🇷 🎉", "😀😀😀"])("%s is shown large", (text) => {
  expect(isEmojiOnly(text)).toBe(true);
});

test.each(["", "  ", "ok 👍", "12", "#", "😀😀😀😀", "안녕"])("%j is text", (text) => {
  expect(isEmojiOnly(text)).toBe(false);
});
