import { describe, expect, it } from "vitest";
import type { Simulator } from "../start-simulator";
import { aLinkedPage, CASA, callGraph, HARBOR } from "../test-support/a-linked-page";

const MINUTE_MS = 60_000;
const HARBOR_FAILS = (body: string) => (body.includes(HARBOR) ? 500 : 200);

/** Harbor Bikes and Casa Verde are linked; no immediate retries, so that every attempt lies on the virtual clock. */
async function twoPages(options: Parameters<typeof aLinkedPage>[0] = {}) {
  const linked = await aLinkedPage({ immediateRetriesMs: [], ...options });
  await linked.link(CASA);
  const lucia = linked.simulator.person("Lucía Ortega", CASA);
  const texts = () => linked.desk.items().map(({ message }) => message?.text);
  return { ...linked, lucia, texts };
}

const alerts = (simulator: Simulator) =>
  simulator
    .remarks()
    .filter(({ level }) => level === "alert")
    .map(({ code, pageId }) => [code, pageId]);

describe("a webhook that fails", () => {
  it("is tried at once a few times, then ever more rarely, for one hour", async () => {
    const { simulator, desk, ana } = await twoPages({ immediateRetriesMs: [1, 1, 1] });
    desk.status = 500;
    ana.says("Hi");
    await simulator.settled();
    expect(simulator.attempts()).toHaveLength(4);
    const startMs = simulator.attempts()[0]?.atMs ?? 0;
    await simulator.advance(3 * 60 * MINUTE_MS);
    const minutes = simulator.attempts().map(({ atMs }) => Math.round((atMs - startMs) / MINUTE_MS));
    expect(minutes).toEqual([0, 0, 0, 0, 1, 3, 7, 15, 30, 45]);
    expect(simulator.attempts().map(({ attempt }) => attempt)).toEqual(minutes.map((_, index) => index + 1));
  });

  it("alerts after fifteen minutes, not before", async () => {
    const { simulator, desk, ana } = await twoPages();
    desk.status = 500;
    ana.says("Hi");
    await simulator.settled();
    expect(simulator.page(HARBOR).delivery()).toMatchObject({ failingSinceMs: expect.any(Number), waiting: 1 });
    await simulator.advance(14 * MINUTE_MS);
    expect(alerts(simulator)).toEqual([]);
    await simulator.advance(MINUTE_MS);
    expect(alerts(simulator)).toEqual([["webhook_failing", HARBOR]]);
    expect(simulator.page(HARBOR).subscribedFields()).not.toBeNull();
  });

  it("is switched off for that Page alone after an hour, and other Pages go on all the while", async () => {
    const { simulator, desk, token, ana, lucia, texts } = await twoPages();
    desk.status = HARBOR_FAILS;
    ana.says("lost");
    for (let minute = 0; minute < 60; minute += 10) {
      lucia.says(`Casa ${minute}`);
      await simulator.settled();
      await simulator.advance(10 * MINUTE_MS);
    }
    await simulator.advance(MINUTE_MS);
    expect(texts().filter((text) => text?.startsWith("Casa"))).toHaveLength(6);
    expect(alerts(simulator)).toEqual([
      ["webhook_failing", HARBOR],
      ["webhooks_disabled", HARBOR],
    ]);
    expect((await callGraph(simulator, token, `${HARBOR}/subscribed_apps`)).body.data).toEqual([]);
    expect(simulator.page(HARBOR).delivery()).toEqual({ failingSinceMs: null, waiting: 0 });
    expect(simulator.page(CASA).subscribedFields()).not.toBeNull();

    desk.status = 200;
    desk.received.length = 0;
    ana.says("not sent either");
    await simulator.settled();
    await simulator.advance(2 * 60 * MINUTE_MS);
    expect(texts()).toEqual([]);
    expect(simulator.remarks().at(-1)).toMatchObject({ code: "page_not_subscribed" });
  });

  it("starts its hour anew after any success", async () => {
    const { simulator, desk, ana } = await twoPages();
    desk.status = 500;
    ana.says("first");
    await simulator.settled();
    await simulator.advance(40 * MINUTE_MS);
    desk.status = 200;
    ana.says("second");
    await simulator.settled();
    expect(simulator.page(HARBOR).delivery().failingSinceMs).toBeNull();
    desk.status = 500;
    ana.says("third");
    await simulator.settled();
    await simulator.advance(50 * MINUTE_MS);
    expect(alerts(simulator).map(([code]) => code)).toEqual(["webhook_failing", "webhook_failing"]);
    await simulator.advance(11 * MINUTE_MS);
    expect(alerts(simulator).at(-1)).toEqual(["webhooks_disabled", HARBOR]);
  });

  it("raises no alarm for a Page that the app has left meanwhile", async () => {
    const { simulator, desk, token, ana } = await twoPages();
    desk.status = 500;
    ana.says("Hi");
    await simulator.settled();
    await callGraph(simulator, token, `${HARBOR}/subscribed_apps`, undefined, "DELETE");
    await simulator.advance(2 * 60 * MINUTE_MS);
    expect(alerts(simulator)).toEqual([]);
    expect(simulator.page(HARBOR).delivery()).toEqual({ failingSinceMs: null, waiting: 0 });
  });

  it("keeps a notification of two Pages for the one that is not switched off yet", async () => {
    const { simulator, desk, ana, lucia, texts } = await twoPages();
    desk.status = HARBOR_FAILS;
    ana.says("first");
    await simulator.settled();
    await simulator.advance(30 * MINUTE_MS);
    simulator.webhooks.hold();
    ana.says("both: Harbor");
    lucia.says("both: Casa");
    await simulator.webhooks.release({ merged: true });
    await simulator.advance(31 * MINUTE_MS);
    expect(alerts(simulator).at(-1)).toEqual(["webhooks_disabled", HARBOR]);
    expect(simulator.page(CASA).delivery().waiting).toBe(1);
    desk.status = 200;
    desk.received.length = 0;
    await simulator.advance(15 * MINUTE_MS);
    expect(texts()).toEqual(["both: Harbor", "both: Casa"]);
  });
});

describe("what waited, once the webhook works again", () => {
  async function afterOutage(options: Parameters<typeof aLinkedPage>[0]) {
    const linked = await twoPages(options);
    const { simulator, desk, ana } = linked;
    desk.status = 500;
    for (const text of ["1", "2", "3", "4"]) {
      ana.says(text);
      await simulator.settled();
      await simulator.advance(10_000);
    }
    desk.status = 200;
    desk.received.length = 0;
    ana.says("5");
    await simulator.settled();
    return linked;
  }

  it("comes when its retry is due, behind what overtook it", async () => {
    const { simulator, texts } = await afterOutage({});
    expect(texts()).toEqual(["5"]);
    await simulator.advance(2 * MINUTE_MS);
    expect(texts()).toEqual(["5", "1", "2", "3", "4"]);
  });

  it.each([
    ["as-is", ["5", "1", "2", "3", "4"]],
    ["reverse", ["5", "4", "3", "2", "1"]],
  ] as const)("comes at once, %s", async (backlog, expected) => {
    const { texts } = await afterOutage({ backlog });
    expect(texts()).toEqual(expected);
  });

  it("comes shuffled, and once each", async () => {
    const { simulator, texts } = await afterOutage({ backlog: "shuffle" });
    await simulator.advance(60 * MINUTE_MS);
    expect(texts().sort()).toEqual(["1", "2", "3", "4", "5"]);
  });

  it.each(["when-due", "as-is"] as const)("is lost in part when told so (%s)", async (backlog) => {
    const { simulator, texts } = await afterOutage({ backlog, backlogLosesEvery: 2 });
    await simulator.advance(60 * MINUTE_MS);
    expect(texts()).toEqual(["5", "1", "3"]);
    expect(simulator.remarks()).toContainEqual(expect.objectContaining({ code: "notifications_lost", pageId: HARBOR }));
  });
});
