import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openDb } from "@/lib/db/db";
import { log } from "@/lib/log";
import { toSignature } from "@/lib/messenger/signature";
import { listNotifications } from "@/lib/notifications/notification-list-queries";
import { getWebhookFailures } from "@/lib/webhook-failures/get-webhook-failures";
import { getWebhookHealth } from "@/lib/webhook-failures/get-webhook-health";
import { WebhookFailureLedger } from "@/lib/webhook-failures/webhook-failure-ledger";
import { aMessage, NOON, notification, PAGE } from "@/tests/support/build-notification";
import { linkPage } from "@/tests/support/inbox-under-test";
import { WebhookEndpoint } from "./webhook-endpoint";

log.level = "silent";
beforeEach(
  () => void vi.useFakeTimers({ toFake: ["Date", "performance", "setTimeout", "clearTimeout"], now: NOON + 1 }),
);
afterEach(() => void vi.useRealTimers());

const SECRETS = ["new-secret", "old-secret"];
const MESSAGE = JSON.stringify(notification(aMessage()));

/** Each endpoint is called from an address of its own: what was posted to another one does not count. */
let callers = 0;

async function anEndpoint() {
  const db = openDb(":memory:");
  await linkPage(db);
  callers += 1;
  const ip = `192.0.2.${callers}`;
  const stored: number[] = [];
  const ledger = new WebhookFailureLedger(db, () => {});
  const settings = { verifyToken: "verify", appSecrets: SECRETS, allowSha1: false, maxBodyBytes: 100_000 };
  const hooks = { onAccepted: () => {}, onStored: (id: number) => stored.push(id) };
  const endpoint = new WebhookEndpoint(db, settings, ledger, hooks);

  /** @param tookMs how long the body takes to come in */
  function post(body: string, headers: Record<string, string>, { tookMs = 0 } = {}) {
    return endpoint.answer({
      method: "POST",
      query: () => new URLSearchParams(),
      header: (name) => headers[name],
      ip,
      readBody: async () => {
        vi.advanceTimersByTime(tookMs);
        return Buffer.from(body);
      },
    });
  }
  const signed = (body: string, secret = SECRETS[0] as string) => ({
    "x-hub-signature-256": toSignature("sha256", Buffer.from(body), secret),
  });
  const failures = async () => {
    ledger.flush();
    return (await getWebhookFailures(db, { limit: 50 })).failures;
  };
  const rows = () =>
    db.$client
      .prepare(
        `SELECT signature, secret_index AS secretIndex, signature_hash AS hash, signature_cause AS cause, status
         FROM notifications ORDER BY id`,
      )
      .all();
  return { db, post, signed, failures, rows, clocks: async () => (await getWebhookHealth(db, NOON)).clocks };
}

describe("what is kept of the signature", () => {
  test("of a valid one, which secret made it", async () => {
    const { post, signed, rows } = await anEndpoint();
    await post(MESSAGE, signed(MESSAGE));
    await post(MESSAGE, signed(MESSAGE, SECRETS[1]));
    expect(rows()).toEqual([
      { signature: "valid", secretIndex: 0, hash: "sha256", cause: null, status: 200 },
      { signature: "valid", secretIndex: 1, hash: "sha256", cause: null, status: 200 },
    ]);
  });

  test("of a refused one, the likely cause, which nobody outside is told", async () => {
    const { post, signed, rows, failures } = await anEndpoint();
    const pretty = JSON.stringify(JSON.parse(MESSAGE), null, 2);
    const answers = [
      await post(MESSAGE, {}),
      await post(MESSAGE, { "x-hub-signature": "sha1=00" }),
      await post(MESSAGE, { "x-hub-signature-256": "sha256=zz" }),
      await post(MESSAGE, signed(MESSAGE, "another")),
      await post(pretty, signed(MESSAGE, SECRETS[1])),
    ];
    for (const answer of answers) expect(answer).toEqual({ status: 401, body: "Unauthorized" });
    const causes = ["missing", "sha1_only", "malformed", "wrong_secret", "re_encoded"];
    expect(rows().map((row) => (row as { cause: string }).cause)).toEqual(causes);
    const listed = await failures();
    expect(listed.map(({ kind, cause }) => `${kind} ${cause}`).sort()).toEqual(
      causes.map((c) => `rejected ${c}`).sort(),
    );
    expect(listed.find(({ cause }) => cause === "re_encoded")).toMatchObject({ count: 1, notificationId: "5" });
  });

  test("of a refused one, whom it names: so it is found by its Page", async () => {
    const { db, post, signed } = await anEndpoint();
    await post(MESSAGE, signed(MESSAGE, "another"));
    const { notifications } = await listNotifications(db, { pages: "all", pageId: PAGE, limit: 5 });
    expect(notifications).toMatchObject([{ outcome: "rejected", pageIds: [PAGE], object: "page" }]);
  });

  test("bare calls hide nothing of those with a wrong secret", async () => {
    const { post, signed, rows } = await anEndpoint();
    for (let i = 0; i < 500; i += 1) await post(MESSAGE, {});
    await post(MESSAGE, signed(MESSAGE, "another"));
    expect(rows().at(-1)).toMatchObject({ cause: "wrong_secret" });
  });

  test("a flood is counted whole, and kept as a small sample", async () => {
    const { post, signed, rows, failures } = await anEndpoint();
    for (let i = 0; i < 500; i += 1) await post(MESSAGE, signed(MESSAGE, "another"));
    for (let i = 0; i < 500; i += 1) await post(MESSAGE, {});
    expect(rows().length).toBeGreaterThanOrEqual(20);
    expect(rows().length).toBeLessThan(30);
    expect((await failures()).map(({ cause, count }) => [cause, count])).toEqual(
      expect.arrayContaining([
        ["wrong_secret", 500],
        ["missing", 500],
      ]),
    );
  });
});

describe("what came late or not at all", () => {
  test("an answer after two seconds is slow, one after five is too late for Meta", async () => {
    const { post, signed, failures, clocks } = await anEndpoint();
    await post(MESSAGE, signed(MESSAGE), { tookMs: 1_900 });
    expect(await failures()).toEqual([]);
    await post(MESSAGE, signed(MESSAGE), { tookMs: 2_100 });
    expect(await failures()).toMatchObject([
      { kind: "slow", cause: "over_2s", durationMs: 2_100, notificationId: "2" },
    ]);
    expect(await clocks()).toEqual([]);
    await post(MESSAGE, signed(MESSAGE), { tookMs: 5_100 });
    expect(await failures()).toMatchObject([{ cause: "over_5s", durationMs: 5_100 }, { cause: "over_2s" }]);
    expect(await clocks()).toMatchObject([{ pageId: PAGE, cause: "slow", count: 1 }]);
  });

  test("what cannot be stored is a failure, and starts the clock of the Pages it names", async () => {
    const { db, post, signed, failures, clocks } = await anEndpoint();
    db.$client.exec("CREATE TRIGGER broken BEFORE INSERT ON notifications BEGIN SELECT RAISE(ABORT, 'no'); END");
    expect(await post(MESSAGE, signed(MESSAGE))).toMatchObject({ status: 503 });
    expect(await post("not json", signed("not json"))).toMatchObject({ status: 503 });
    expect(await failures()).toMatchObject([{ kind: "not_stored", cause: "internal", count: 2 }]);
    expect(await clocks()).toMatchObject([{ pageId: PAGE, sinceAt: NOON + 1, cause: "not_stored", count: 1 }]);
  });

  test("another object is kept, answered 404 and listed", async () => {
    const { post, signed, failures } = await anEndpoint();
    const body = '{"object":"user","entry":[]}';
    expect(await post(body, signed(body))).toMatchObject({ status: 404 });
    expect(await failures()).toMatchObject([{ kind: "foreign_object", notificationId: "1" }]);
  });
});
