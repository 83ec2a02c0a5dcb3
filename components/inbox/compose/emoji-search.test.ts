import { expect, test } from "vitest";
import { EMOJI_CATEGORIES } from "./emoji-data";
import { searchEmoji } from "./emoji-search";

test("emoji are found by the beginnings of their words, in any order", () => {
  expect(searchEmoji("bik").map(({ emoji }) => emoji)).toContain("🚲");
  expect(searchEmoji("THUMBS up").map(({ emoji }) => emoji)).toEqual(["👍"]);
  expect(searchEmoji("no such thing")).toEqual([]);
});

test("every emoji is there once and has a name", () => {
  const all = EMOJI_CATEGORIES.flatMap(({ emojis }) => emojis);
  expect(all.length).toBeGreaterThan(300);
  expect(new Set(all.map(({ emoji }) => emoji)).size).toBe(all.length);
  expect(all.filter(({ name }) => name.trim() === "")).toEqual([]);
});
