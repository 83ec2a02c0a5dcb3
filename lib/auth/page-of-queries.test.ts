import { expect, test } from "vitest";
import { openDb } from "@/lib/db/db";
import { insertReplay } from "@/lib/notifications/replay-queries";
import { maySeePages } from "./page-access";
import { pagesOfReplay } from "./page-of-queries";

test("a replay of what has been deleted since is nobody's but of those who see all Pages", () => {
  const db = openDb(":memory:");
  db.$client.pragma("foreign_keys = OFF");
  const replay = { notificationIds: [7, 8], sinceMs: null, isDryRun: false, total: 2, afterId: 0, untilId: 8 };
  const replayId = insertReplay(db, { ...replay, createdMs: 1, userId: "dana" });
  const pageIds = pagesOfReplay(db, { replayId }) ?? [];
  expect(maySeePages(["1"], pageIds)).toBe(false);
  expect(maySeePages("all", pageIds)).toBe(true);
});
