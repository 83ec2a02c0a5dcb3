import { beforeEach, expect, test } from "vitest";
import { type Db, openDb } from "@/lib/db/db";
import { PAGE } from "@/tests/support/build-notification";
import { linkPage } from "@/tests/support/inbox-under-test";
import { getPageHistory } from "./get-page-history";
import { recordDeadToken } from "./mark-token-dead";
import { recordPageHistory } from "./page-history-queries";
import { readPage, writePage } from "./page-queries";
import { recordProblems } from "./record-problems";

let db: Db;
beforeEach(async () => {
  db = openDb(":memory:");
  await linkPage(db);
});

const record = (atMs: number, ...codes: string[]) =>
  recordProblems(db, PAGE, atMs, () => ({ problems: codes.map((code) => ({ code, facts: {} })) }));
const stored = () => readPage(db, PAGE)?.problems.map(({ code, sinceMs }) => [code, sinceMs]);
const history = async (limit = 200) =>
  (await getPageHistory(db, { pageId: PAGE, limit })).entries.map(({ at, kind, code }) => [at, kind, code]);

test("a problem keeps its beginning; what came and went is history, newest first", async () => {
  record(1, "silent");
  record(2, "silent", "fields_missing");
  record(3, "fields_missing");
  record(4, "fields_missing", "silent");
  expect(stored()).toEqual([
    ["fields_missing", 2],
    ["silent", 4],
  ]);
  expect(await history()).toEqual([
    [4, "problem_began", "silent"],
    [3, "problem_ended", "silent"],
    [2, "problem_began", "fields_missing"],
    [1, "problem_began", "silent"],
  ]);
});

test("a check that could not be finished is no history", async () => {
  record(1, "check_failed");
  record(2);
  expect(await history()).toEqual([]);
});

test("a dead token takes the place of another cause, and leaves the rest as it is", async () => {
  record(1, "fields_missing", "token_invalid");
  expect(recordDeadToken(db, PAGE, "token_expired", 2)).toBe(true);
  expect(stored()).toEqual([
    ["token_expired", 2],
    ["fields_missing", 1],
  ]);
  expect(readPage(db, PAGE)?.tokenStatus).toBe("invalid");
});

test("a death hurries the looks at the person's other Pages; a role lost on one Page does not", () => {
  const other = (id: string, asid: string | null) =>
    db.$client
      .prepare(
        `INSERT INTO pages (id, name, linked_ms, linked_by_user_id, token_owner_asid, token_status, desired_fields,
           actual_fields, problems, next_check_ms) VALUES (?, 'x', 1, 'u', ?, 'valid', '[]', '[]', '[]', 9000)`,
      )
      .run(id, asid);
  writePage(db, PAGE, { tokenOwnerAsid: "9", linkedByUserId: "u" });
  other("same", "9");
  other("unknown", null);
  other("another", "8");
  const due = () => db.$client.prepare("SELECT id FROM pages WHERE next_check_ms <= 100 ORDER BY id").all();
  record(100, "token_role_lost");
  expect(due()).toEqual([]);
  record(100, "token_password_changed");
  expect(due()).toEqual([{ id: "same" }, { id: "unknown" }]);
});

test("when a token lives again, names are asked for that could not be asked for while it was dead", () => {
  const add = db.$client.prepare(
    `INSERT INTO conversations (page_id, channel, psid, display_name, profile_checked_ms, last_activity_ms)
     VALUES (?, 'messenger', ?, ?, ?, ?)`,
  );
  add.run(PAGE, "before", null, 5, 5);
  add.run(PAGE, "meanwhile", null, 15, 15);
  add.run(PAGE, "named", "Ana", 15, 15);
  add.run("other", "elsewhere", null, 15, 15);
  record(10, "token_expired");
  record(20);
  const unasked = db.$client.prepare("SELECT psid FROM conversations WHERE profile_checked_ms IS NULL").all();
  expect(unasked).toEqual([{ psid: "meanwhile" }]);
});

test("nothing is written for a Page that is not linked, or when there is nothing to say", () => {
  expect(recordProblems(db, PAGE, 1, () => null)).toBe(false);
  writePage(db, PAGE, { linkedMs: null });
  expect(record(2, "silent")).toBe(false);
  expect(recordDeadToken(db, PAGE, "token_expired", 3)).toBe(false);
  expect(stored()).toEqual([]);
});

test("when the writing fails, nothing of it is there", async () => {
  const fail = () =>
    recordProblems(db, PAGE, 1, () => {
      recordPageHistory(db, { pageId: PAGE, atMs: 1, kind: "linked", code: null, facts: {}, userId: null });
      throw new Error("stop");
    });
  expect(fail).toThrow("stop");
  expect(await history()).toEqual([]);
});

test("the newest 200 of each Page are kept, and read page by page", async () => {
  const add = (pageId: string, atMs: number) =>
    recordPageHistory(db, { pageId, atMs, kind: "fields_changed", code: null, facts: { added: "a, b" }, userId: null });
  add("other", 0);
  for (let atMs = 1; atMs <= 250; atMs += 1) add(PAGE, atMs);
  const first = await getPageHistory(db, { pageId: PAGE, limit: 150 });
  const second = await getPageHistory(db, { pageId: PAGE, limit: 150, cursor: first.nextCursor ?? "" });
  const times = [...first.entries, ...second.entries].map(({ at }) => at);
  expect(times).toEqual(Array.from({ length: 200 }, (_, n) => 250 - n));
  expect(second.nextCursor).toBeNull();
  expect(first.entries[0]).toMatchObject({ added: ["a", "b"], removed: [], title: null, userName: null });
  expect(db.$client.prepare("SELECT count(*) AS n FROM page_history WHERE page_id = 'other'").get()).toEqual({ n: 1 });
});
