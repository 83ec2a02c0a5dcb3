import { expect, test } from "vitest";
import { isEmoji } from "./is-emoji";

test("one emoji is one, whatever it is put together of", () => {
  for (const emoji of ["❤️", "❤", "👍", "👍🏽", "👨‍👩‍👧", "🇮🇹", "😮", "1️⃣"]) expect(isEmoji(emoji), emoji).toBe(true);
});

test("anything else is none", () => {
  for (const text of ["", "a", "1", "#", "❤️❤️", "👍!", "like", " 👍", "\u200d"]) expect(isEmoji(text), text).toBe(false);
});
