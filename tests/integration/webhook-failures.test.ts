import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebhookFailure, WebhookHealth } from "@/lib/api/schemas/webhook-failures";
import { eventually } from "../support/eventually";
import { CASA_VERDE, HARBOR_BIKES, NORD_KAFFE, startOwnedDesk } from "../support/owned-desk";
import { postSigned, rawRequest, signature } from "../support/signed-post";
import { SseClient } from "../support/sse-client";

type FailureList = { failures: WebhookFailure[]; nextCursor: string | null };

/** What the webhook could not take, over HTTP: the ledger, and the clock of each Page against Meta's patience. */
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ env: { WEBHOOK_MAX_BODY_BYTES: "100000", LOG_LEVEL: "fatal" } });
});
afterAll(() => owned?.end());

let mids = 0;
const message = (pageId = HARBOR_BIKES) =>
  JSON.stringify({
    object: "page",
    entry: [
      {
        id: pageId,
        time: Date.now(),
        messaging: [
          {
            sender: { id: "7000000000000001" },
            recipient: { id: pageId },
            timestamp: Date.now(),
            message: { mid: `m_failures_${++mids}`, text: "Hi" },
          },
        ],
      },
    ],
  });

const webhook = () => `${owned.desk.url}/api/webhook`;
const post = (body: string, secret = owned.desk.settings.appSecret) => postSigned(webhook(), secret, body);
const failures = async (kind: string) =>
  (await owned.client.get<FailureList>(`/api/webhook-failures?kind=${kind}`)).body.failures;
const clocks = async () => (await owned.client.get<WebhookHealth>("/api/webhook-health")).body.clocks;

describe("the ledger", () => {
  test("tells by which cause signatures are refused, with one to look at", async () => {
    const body = message("998");
    const pretty = JSON.stringify(JSON.parse(body), null, 2);
    const signed = signature(body, owned.desk.settings.appSecret);
    await rawRequest(webhook(), { body });
    await rawRequest(webhook(), { body, headers: { "x-hub-signature": "sha1=00" } });
    await rawRequest(webhook(), { body: pretty, headers: { "x-hub-signature-256": signed } });
    const refused = await post(body, "another-secret");
    expect(refused).toMatchObject({ status: 401, body: "Unauthorized" });
    await eventually(async () => {
      const causes = (await failures("rejected")).map(({ cause }) => cause);
      expect(causes.sort()).toEqual(["missing", "re_encoded", "sha1_only", "wrong_secret"]);
    });
    const found = (await failures("rejected")).find(({ cause }) => cause === "re_encoded");
    expect(found).toMatchObject({ count: 1, title: expect.stringContaining("proxy") });
    const { body: sample } = await owned.client.get(`/api/notifications/${found?.notificationId}`);
    expect(sample).toMatchObject({ outcome: "rejected", rawBody: pretty, signatureCheck: { cause: "re_encoded" } });
  });

  test("counts every call of a flood, and keeps few", async () => {
    const body = message("999");
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(Array.from({ length: 50 }, () => rawRequest(webhook(), { body })));
    }
    await eventually(async () => {
      const missing = (await failures("rejected")).find(({ cause }) => cause === "missing");
      expect(missing?.count).toBe(1_001);
    });
    const db = new Database(owned.desk.databasePath, { readonly: true });
    const { n } = db.prepare("SELECT count(*) AS n FROM notifications WHERE signature <> 'valid'").get() as {
      n: number;
    };
    db.close();
    expect(n).toBeLessThan(60);
  });

  test("has what was too large, of another object, and handshakes that failed", async () => {
    expect(await post(message().padEnd(100_001))).toMatchObject({ status: 413 });
    expect(await post('{"object":"user","entry":[]}')).toMatchObject({ status: 404 });
    const query = "hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong";
    expect(await rawRequest(`${webhook()}?${query}`, { method: "GET" })).toMatchObject({ status: 403 });
    expect(await rawRequest(webhook(), { method: "GET" })).toMatchObject({ status: 400 });
    await eventually(async () => {
      expect(await failures("too_large")).toMatchObject([{ count: 1, notificationId: null }]);
      expect(await failures("foreign_object")).toMatchObject([{ count: 1, notificationId: expect.any(String) }]);
      expect((await failures("handshake")).map(({ cause }) => cause).sort()).toEqual(["incomplete", "wrong_token"]);
    });
  });

  test("is listed page by page", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const path: string = `/api/webhook-failures?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`;
      const { body } = await owned.client.get<FailureList>(path);
      seen.push(...body.failures.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    const { body: all } = await owned.client.get<FailureList>("/api/webhook-failures");
    expect(seen).toEqual(all.failures.map(({ id }) => id));
    expect(await owned.client.get("/api/webhook-failures?kind=nonsense")).toMatchObject({ status: 422 });
    expect(await owned.client.get("/api/webhook-failures?cursor=nonsense")).toMatchObject({ status: 422 });
  });
});

describe("the clock of a Page", () => {
  test("runs from the first notification that could not be stored to the next that could, and tells the browsers", async () => {
    const stream = await SseClient.open(`${owned.desk.url}/api/stream`, { cookie: owned.client.cookieHeader });
    const other = new Database(owned.desk.databasePath);
    other.exec("BEGIN EXCLUSIVE");
    const startedMs = Date.now();
    expect(await post(message())).toMatchObject({ status: 503 });
    expect(await post(message())).toMatchObject({ status: 503 });
    other.exec("ROLLBACK");
    other.close();
    const toldOf = (pageId: string) => stream.named("page.updated").filter(({ data }) => data.pageId === pageId).length;
    await eventually(async () => {
      expect(await clocks()).toMatchObject([
        { pageId: HARBOR_BIKES, pageName: "Harbor Bikes", cause: "not_stored", count: 2 },
      ]);
      expect(toldOf(HARBOR_BIKES)).toBe(1);
    });
    const [clock] = await clocks();
    expect(clock?.sinceAt).toBeGreaterThanOrEqual(startedMs);
    expect(clock?.unsubscribeAt).toBe((clock?.sinceAt ?? 0) + 3_600_000);
    expect(await failures("not_stored")).toMatchObject([{ cause: "database_unavailable", count: 2 }]);
    await post(message(CASA_VERDE));
    expect(await clocks()).toHaveLength(1);
    await post(message());
    await eventually(async () => {
      expect(await clocks()).toEqual([]);
      expect(toldOf(HARBOR_BIKES)).toBe(2);
    });
    stream.close();
  });

  test("is not started by a stranger's call or two, and says what it is when it is", async () => {
    // After the flood above only one call a second would be looked at.
    await owned.desk.restart();
    // While rightly signed ones come, a wrong one says nothing of the secret.
    const quiet = new Database(owned.desk.databasePath);
    quiet.prepare("UPDATE pages SET last_notification_ms = last_notification_ms - 120000").run();
    quiet.close();
    const reject = () => post(message(NORD_KAFFE), "another-secret");
    await reject();
    await reject();
    await eventually(async () => {
      const db = new Database(owned.desk.databasePath, { readonly: true });
      const row = db.prepare("SELECT count FROM webhook_clocks WHERE page_id = ?").get(NORD_KAFFE);
      db.close();
      expect(row).toEqual({ count: 2 });
    });
    expect(await clocks()).toEqual([]);
    await reject();
    await eventually(async () =>
      expect(await clocks()).toMatchObject([{ pageId: NORD_KAFFE, cause: "rejected", count: 3 }]),
    );
    await post(message(NORD_KAFFE));
    await eventually(async () => expect(await clocks()).toEqual([]));
  });

  test("runs for every Page after the desk was away for long", async () => {
    await owned.desk.stop("SIGKILL");
    const awaySinceMs = Date.now() - 2 * 3_600_000;
    const db = new Database(owned.desk.databasePath);
    db.prepare("UPDATE progress SET position = ? WHERE name = 'alive'").run(awaySinceMs);
    db.prepare("UPDATE pages SET linked_ms = ?").run(awaySinceMs - 1);
    db.close();
    await owned.desk.restart();
    const [gap] = await failures("gap");
    expect(gap).toMatchObject({ cause: "over_60_min", firstAt: awaySinceMs, advice: expect.stringContaining("check") });
    expect(gap?.durationMs).toBeGreaterThanOrEqual(2 * 3_600_000);
    expect((await clocks()).map(({ pageId, cause }) => `${pageId} ${cause}`)).toEqual(
      [HARBOR_BIKES, CASA_VERDE, NORD_KAFFE].map((pageId) => `${pageId} gap`),
    );
    await post(message(CASA_VERDE));
    await eventually(async () => expect(await clocks()).toHaveLength(2));
    await owned.desk.restart();
    expect(await failures("gap")).toHaveLength(1);
  });
});
