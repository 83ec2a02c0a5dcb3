import { expect, test } from "vitest";
import { openDb } from "@/lib/db/db";
import { PAGE } from "@/tests/support/build-notification";
import { linkPage } from "@/tests/support/inbox-under-test";
import { noteSent } from "./note-sent";
import { readPage } from "./page-queries";
import { recordProblems } from "./record-problems";

test("a message that went out ends what only a refused one shows, and nothing else", async () => {
  const db = openDb(":memory:");
  await linkPage(db);
  expect(noteSent(db, PAGE, 1)).toBe(false);
  const problems = ["page_restricted", "silent", "app_only_roles"].map((code) => ({ code, facts: {} }));
  recordProblems(db, PAGE, 2, () => ({ problems }));
  expect(noteSent(db, PAGE, 3)).toBe(true);
  expect(readPage(db, PAGE)?.problems).toEqual([{ code: "silent", facts: {}, sinceMs: 2 }]);
  expect(noteSent(db, PAGE, 4)).toBe(false);
  expect(noteSent(db, "999", 4)).toBe(false);
});
