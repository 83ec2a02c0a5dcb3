import { expect, test, vi } from "vitest";
import { assertNotGuessed, hashPassword, isPassword } from "./password";

// A hash is meant to be work; on a busy machine it is seconds of it.
vi.setConfig({ testTimeout: 60_000 });

test("a password is known again by its hash, which is another each time and does not hold it", async () => {
  const [one, other] = await Promise.all([
    hashPassword("correct horse battery"),
    hashPassword("correct horse battery"),
  ]);
  expect(one).not.toBe(other);
  expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(await isPassword("correct horse battery", one)).toBe(true);
  expect(await isPassword("correct horse batterz", one)).toBe(false);
});

test("a password is the same however a keyboard composes its letters", async () => {
  const hash = await hashPassword("Café au lait, bitte");
  expect(await isPassword("Cafe\u0301 au lait, bitte", hash)).toBe(true);
});

test("of nobody it is never right, and is worked at all the same", async () => {
  expect(await isPassword("", null)).toBe(false);
  expect(await isPassword("correct horse battery", null)).toBe(false);
});

test.each([
  "passwordpassword",
  "aaaaaaaaaaaaaa",
  "123456789012",
  "changeme-please",
  "dana.demo.2026!",
  "x dana.demo@x.test",
])("%s is refused: others try it first", (password) => {
  expect(() => assertNotGuessed(password, "dana.demo@x.test")).toThrow(/^This is easy to guess\. /);
});

test("words that have nothing to do with each other are taken", () => {
  for (const password of ["correct horse battery", "seven blue kettles", "Kd82hTq9rz!m"]) {
    expect(() => assertNotGuessed(password, "dana.demo@x.test")).not.toThrow();
  }
});

test("of very many at a time the last are told to come again; the others get their answer", async () => {
  const answers = await Promise.allSettled(Array.from({ length: 24 }, () => isPassword("a", null)));
  const refused = answers.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(2);
  expect(await isPassword("a", null)).toBe(false);
});
