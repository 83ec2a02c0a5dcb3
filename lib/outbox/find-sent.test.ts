import { describe, expect, test } from "vitest";
import type { MediaType, OutgoingContent } from "@/lib/messenger/outgoing-content";
import { findSent, goesBackTo, isRecognisable, type Told } from "./find-sent";

const AT = Date.UTC(2026, 10, 20, 12);
const MINUTE = 60_000;
const sent = (messageId: number, content: OutgoingContent, attemptMs = AT) => ({ messageId, content, attemptMs });
const told = (mid: string, text: string, more: Partial<Told> = {}): Told => ({
  mid,
  text,
  createdMs: AT + 1_000,
  isFromPerson: false,
  attached: [],
  ...more,
});
const file = (mid: string, type: MediaType | null) => told(mid, "", { attached: [type] });
const image: OutgoingContent = { attachment: { type: "image", attachmentId: "4" } };
const utility: OutgoingContent = {
  utility: { name: "ready", language: "en", parameters: [], preview: "Ready\nYour bike is here." },
};
const buttons: OutgoingContent = { template: { type: "button", text: "What next?", buttons: [] } };
const cards: OutgoingContent = { template: { type: "generic", elements: [{ title: "Blue" }] } };

type Case = {
  what: string;
  unconfirmed?: ReturnType<typeof sent>[];
  told: Told[];
  taken?: string[];
  found: [number, string][];
  absent: number[];
};
const CASES: Case[] = [
  { what: "nothing there", told: [], found: [], absent: [1] },
  { what: "the same words of the Page", told: [told("a", "Hi")], found: [[1, "a"]], absent: [] },
  { what: "other words", told: [told("a", "Hi!")], found: [], absent: [1] },
  { what: "the same words of the person", told: [told("a", "Hi", { isFromPerson: true })], found: [], absent: [1] },
  { what: "spaces that Meta tidied", told: [told("a", " Hi\u00a0")], found: [[1, "a"]], absent: [] },
  {
    what: "lines and accents written another way",
    unconfirmed: [sent(1, { text: "Caf\u00e9\n\nopen" })],
    told: [told("a", "Cafe\u0301 open")],
    found: [[1, "a"]],
    absent: [],
  },
  {
    what: "a clock of Meta's that is a minute behind",
    told: [told("a", "Hi", { createdMs: AT - MINUTE })],
    found: [[1, "a"]],
    absent: [],
  },
  {
    what: "said before the attempt",
    told: [told("a", "Hi", { createdMs: AT - MINUTE - 1 })],
    found: [],
    absent: [1],
  },
  {
    what: "found hours later",
    told: [told("a", "Hi", { createdMs: AT + 60 * MINUTE })],
    found: [[1, "a"]],
    absent: [],
  },
  { what: "two that it can be", told: [told("b", "Hi"), told("a", "Hi")], found: [], absent: [] },
  {
    what: "two, one of which is known as another message",
    told: [told("b", "Hi"), told("a", "Hi")],
    taken: ["a"],
    found: [[1, "b"]],
    absent: [],
  },
  { what: "only one that is another message", told: [told("a", "Hi")], taken: ["a"], found: [], absent: [1] },
  {
    what: "the same words sent twice, and there once",
    unconfirmed: [sent(1, { text: "Hi" }), sent(2, { text: "Hi" })],
    told: [told("a", "Hi")],
    found: [],
    absent: [],
  },
  {
    what: "the same words sent twice, and there twice",
    unconfirmed: [sent(1, { text: "Hi" }), sent(2, { text: "Hi" })],
    told: [told("b", "Hi"), told("a", "Hi")],
    found: [],
    absent: [],
  },
  {
    what: "the same words sent twice, hours apart",
    unconfirmed: [sent(1, { text: "Hi" }, AT - 60 * MINUTE), sent(2, { text: "Hi" })],
    told: [told("a", "Hi", { createdMs: AT - 30 * MINUTE })],
    found: [[1, "a"]],
    absent: [2],
  },
  {
    what: "several at once",
    unconfirmed: [sent(1, { text: "One" }), sent(2, { text: "Two" }), sent(3, { text: "Three" })],
    told: [told("b", "Two"), told("a", "One")],
    found: [
      [1, "a"],
      [2, "b"],
    ],
    absent: [3],
  },
  { what: "a picture", unconfirmed: [sent(1, image)], told: [file("a", "image")], found: [[1, "a"]], absent: [] },
  {
    what: "a file of another kind, which Meta may have made of it",
    unconfirmed: [sent(1, image)],
    told: [file("a", "video")],
    found: [],
    absent: [],
  },
  {
    what: "a file of no kind that Meta tells",
    unconfirmed: [sent(1, image)],
    told: [file("a", null)],
    found: [],
    absent: [],
  },
  {
    what: "a file among files of others",
    unconfirmed: [sent(1, image)],
    told: [file("b", "video"), file("a", "image")],
    found: [[1, "a"]],
    absent: [],
  },
  {
    what: "words, where a picture was sent",
    unconfirmed: [sent(1, image)],
    told: [told("a", "Hi", { attached: ["image"] })],
    found: [],
    absent: [1],
  },
  {
    what: "a picture and words apart",
    unconfirmed: [sent(1, image), sent(2, { text: "Hi" })],
    told: [told("b", "Hi"), file("a", "image")],
    found: [
      [1, "a"],
      [2, "b"],
    ],
    absent: [],
  },
  {
    what: "a utility template by how it reads",
    unconfirmed: [sent(1, utility)],
    told: [told("a", "Ready Your bike is here.")],
    found: [[1, "a"]],
    absent: [],
  },
  {
    what: "buttons by their text",
    unconfirmed: [sent(1, buttons)],
    told: [told("a", "What next?")],
    found: [[1, "a"]],
    absent: [],
  },
  { what: "cards, by nothing", unconfirmed: [sent(1, cards)], told: [told("a", "")], found: [], absent: [1] },
];

test.each(CASES)("of what was sent, Meta shows $what", ({ unconfirmed, told, taken = [], found, absent }) => {
  const result = findSent(unconfirmed ?? [sent(1, { text: "Hi" })], told, (mid) => taken.includes(mid));
  expect([...result.found]).toEqual(found);
  expect([...result.absent]).toEqual(absent);
});

test("a mid that is known as this very message is its own", () => {
  const isTaken = (_: string, messageId: number) => messageId !== 1;
  expect([...findSent([sent(1, { text: "Hi" })], [told("a", "Hi")], isTaken).found]).toEqual([[1, "a"]]);
});

describe("that it did not arrive is said only", () => {
  test.each([
    ["text", { text: "Hi" }, true],
    ["a picture", image, true],
    ["a utility template", utility, false],
    ["buttons", buttons, false],
    ["cards", cards, false],
  ])("of what Meta's conversation shows for certain: %s", (_, content, expected) => {
    expect(isRecognisable(content)).toBe(expected);
  });

  test.each([
    ["a whole conversation", [told("a", "x")], true],
    ["a full list, all of it later", [told("b", "x"), told("a", "x")], false],
    ["a full list back to before the attempt", [told("b", "x"), told("a", "x", { createdMs: AT - MINUTE - 1 })], true],
    [
      "a full list back to the minute of the attempt",
      [told("b", "x"), told("a", "x", { createdMs: AT - MINUTE })],
      false,
    ],
  ])("when Meta shows enough: %s", (_, shown, expected) => {
    expect(goesBackTo(shown, AT, 2)).toBe(expected);
  });
});
