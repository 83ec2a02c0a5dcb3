import { expect, it } from "vitest";
import { AUDIT_ACTIONS } from "@/lib/auth/audit-actions";
import audit from "@/lib/i18n/en/audit.json";
import { DETAIL_NAMES } from "./detail-names";

type Words = { [part: string]: string | Words };

const wordFor = (words: Words, path: string) =>
  path
    .split(".")
    .reduce<string | Words | undefined>((at, part) => (typeof at === "object" ? at[part] : undefined), words);

it.each(AUDIT_ACTIONS)("there are words for %s", (action) => {
  expect(wordFor(audit.action, action)).toEqual(expect.stringMatching(/\w/));
});

it("no two actions read the same, for the filter lists them all", () => {
  const words = AUDIT_ACTIONS.map((action) => wordFor(audit.action, action));
  expect(new Set(words).size).toBe(words.length);
});

it("there is a word for everything that entries speak of, and none too many", () => {
  expect(Object.keys(audit.detail).sort()).toEqual([...DETAIL_NAMES].sort());
});
