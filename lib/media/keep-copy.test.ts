import { beforeEach, expect, test } from "vitest";
import { type Db, openDb } from "@/lib/db/db";
import { createThread } from "@/lib/inbox/thread-queries";
import { keepCopy } from "./keep-copy";
import { findMediaFile, sumMediaBytes } from "./media-file-queries";

let db: Db;
beforeEach(() => {
  db = openDb(":memory:");
});

function keep(
  urlHash: string,
  size: number,
  { conversationId = null as number | null, nowMs = 1, totalMaxBytes = 640 } = {},
) {
  const file = { contentType: "image/png", body: Buffer.alloc(size, 1) };
  keepCopy(db, { urlHash, conversationId }, file, { nowMs, totalMaxBytes });
}

test("when there is no room for all of them, the oldest go", () => {
  for (let n = 1; n <= 6; n += 1) keep(`${n}`, 100, { nowMs: n });
  expect(sumMediaBytes(db)).toBe(600);
  keep("7", 100, { nowMs: 7 });
  expect(findMediaFile(db, "1")).toBeNull();
  expect(findMediaFile(db, "7")?.body).toHaveLength(100);
  for (let n = 8; n <= 40; n += 1) {
    keep(`${n}`, 30 + n, { nowMs: n });
    expect(sumMediaBytes(db)).toBeLessThanOrEqual(640);
  }
  expect(findMediaFile(db, "40")).not.toBeNull();
});

test("the same file twice is one copy", () => {
  keep("1", 10);
  keep("1", 10);
  expect(sumMediaBytes(db)).toBe(10);
});

test("nothing is kept of somebody who was erased while it was on its way", () => {
  const { id } = createThread(db, "page", "messenger", "psid");
  keep("1", 10, { conversationId: id });
  expect(findMediaFile(db, "1")).not.toBeNull();
  db.$client.prepare("UPDATE conversations SET psid = 'erased:1'").run();
  keep("2", 10, { conversationId: id });
  keep("3", 10, { conversationId: 99 });
  expect(sumMediaBytes(db)).toBe(10);
});
