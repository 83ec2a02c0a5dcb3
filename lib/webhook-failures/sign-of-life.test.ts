import { expect, test } from "vitest";
import { openDb } from "@/lib/db/db";
import { recordProgress } from "@/lib/db/progress";
import { NOON, PAGE } from "@/tests/support/build-notification";
import { linkPage } from "@/tests/support/inbox-under-test";
import { getWebhookFailures } from "./get-webhook-failures";
import { getWebhookHealth } from "./get-webhook-health";
import { recordGap } from "./sign-of-life";

const MINUTE = 60_000;

async function afterAGapOf(ms: number | null) {
  const db = openDb(":memory:");
  await linkPage(db);
  if (ms !== null) recordProgress(db, "alive", NOON + 1);
  recordGap(db, NOON + 1 + (ms ?? 0));
  recordGap(db, NOON + 1 + (ms ?? 0));
  const { failures } = await getWebhookFailures(db, { limit: 10 });
  return { failures, ...(await getWebhookHealth(db, NOON)) };
}

test.each([null, 0, MINUTE, -5 * MINUTE])("the first start, or a gap of %s ms, is no failure", async (ms) => {
  expect(await afterAGapOf(ms)).toEqual({ failures: [], clocks: [] });
});

test.each([
  [2, "under_15_min", /Nothing to do/],
  [16, "under_60_min", /alert/],
  [61, "over_60_min", /unsubscribed .* check each Page/],
])("a gap of %s minutes is a failure with advice of its own", async (minutes, cause, advice) => {
  const { failures, clocks } = await afterAGapOf(minutes * MINUTE);
  expect(failures).toMatchObject([{ kind: "gap", cause, firstAt: NOON + 1, durationMs: minutes * MINUTE, count: 1 }]);
  expect(failures[0]?.advice).toMatch(advice);
  const started = minutes > 15 ? [{ pageId: PAGE, cause: "gap", sinceAt: NOON + 1 }] : [];
  expect(clocks).toMatchObject(started);
});
