import { describe, expect, it } from "vitest";
import { OTHER_APP_ID } from "../../people/page-handle";
import { LEAD_AUTOMATION_APP_ID } from "../../send/check-thread";
import { PAGE_INBOX_APP_ID } from "../../send/thread-control";
import { aLinkedPage, callGraph, HARBOR } from "../../test-support/a-linked-page";

const HOUR_MS = 3_600_000;

/** Ana has written to a Page on which there is another app; `control` calls one of the five edges for her thread. */
async function aThread({ isOurs = false } = {}) {
  const linked = await aLinkedPage();
  const { simulator, token, ana, desk } = linked;
  const page = simulator.page(HARBOR);
  page.installApp();
  if (isOurs) page.setDefaultApp(simulator.settings.appId);
  ana.says("Oi");
  await simulator.settled();
  desk.received.length = 0;
  const control = async (action: string, more: Record<string, unknown> = {}, psid = ana.psid) =>
    (await callGraph(simulator, token, `${HARBOR}/${action}_thread_control`, { recipient: { id: psid }, ...more }))
      .body;
  const owner = async () =>
    (await callGraph(simulator, token, `${HARBOR}/thread_owner?recipient=${ana.psid}`)).body.data?.map(
      ({ thread_owner }) => thread_owner,
    );
  const handovers = async () => {
    await simulator.settled();
    return desk.items().filter((item) => Object.keys(item).some((name) => name.endsWith("_thread_control")));
  };
  return { ...linked, page, control, owner, handovers };
}

describe("a Page without a default app", () => {
  it("lets everybody answer, blocks taking, and gives an idle thread to who asks first", async () => {
    const { control, owner, send } = await aThread();
    expect((await control("take")).error).toMatchObject({ code: 10, error_subcode: 2018171 });
    expect(await owner()).toEqual([]);
    expect(await control("request")).toEqual({ success: true });
    expect(await owner()).toMatchObject([{ app_id: "880011223344556" }]);
    expect((await send({ text: "Hi" })).status).toBe(200);
  });

  it("passes an idle thread on: then we look on and may not answer, until 24 hours of silence have passed", async () => {
    const { simulator, desk, ana, control, owner, send } = await aThread();
    expect(await control("pass", { target_app_id: OTHER_APP_ID, metadata: "for you" })).toEqual({ success: true });
    expect((await send({ text: "x" })).body.error).toMatchObject({ code: 10, error_subcode: 2018300 });
    expect(await owner()).toEqual([{ expiration: expect.any(Number) }]);
    ana.says("Alô?");
    await simulator.settled();
    expect(desk.received.at(-1)?.body).toContain('"standby"');
    await simulator.advance(23 * HOUR_MS);
    expect((await send({ text: "x" })).body.error?.error_subcode).toBe(2018300);
    await simulator.advance(HOUR_MS);
    expect(await owner()).toEqual([]);
    ana.says("Ainda aí?");
    await simulator.settled();
    expect(desk.received.at(-1)?.body).toContain('"messaging"');
    expect((await send({ text: "x" })).status).toBe(200);
  });

  it("refuses what the thread's owner alone may do, and apps that are not there", async () => {
    const { page, ana, control } = await aThread();
    expect((await control("pass", { target_app_id: "1" })).error).toMatchObject({ code: 100, error_subcode: 2018164 });
    expect((await control("pass")).error?.code).toBe(100);
    expect((await control("request", {}, "1")).error).toMatchObject({ code: 100, error_subcode: 2018001 });
    expect((await control("request", { metadata: "x".repeat(1001) })).error?.code).toBe(100);
    page.setThreadOwner(ana.psid, OTHER_APP_ID);
    for (const [action, more] of [
      ["pass", { target_app_id: PAGE_INBOX_APP_ID }],
      ["release", {}],
      ["extend", { duration: 60 }],
    ] as const) {
      expect((await control(action, more)).error).toMatchObject({ code: 10, error_subcode: 2018300 });
    }
  });
});

describe("a Page whose default app is ours", () => {
  it("may take a thread back, and hears of takes", async () => {
    const { simulator, page, ana, control, owner, send, handovers } = await aThread({ isOurs: true });
    page.setThreadOwner(ana.psid, OTHER_APP_ID);
    expect(await owner()).toMatchObject([{ app_id: OTHER_APP_ID }]);
    expect((await send({ text: "x" })).body.error?.error_subcode).toBe(2018300);
    expect(await control("take", { metadata: "mine" })).toEqual({ success: true });
    expect((await send({ text: "x" })).status).toBe(200);
    expect((await handovers()).at(-1)).toMatchObject({
      take_thread_control: {
        previous_owner_app_id: OTHER_APP_ID,
        new_owner_app_id: simulator.settings.appId,
        metadata: "mine",
      },
    });
  });

  it("loses the thread to the inbox when somebody answers there, and gets it back when it is let go", async () => {
    const { page, ana, control, send, handovers } = await aThread({ isOurs: true });
    page.inboxAnswers(ana.psid, "from the inbox");
    expect((await send({ text: "x" })).body.error?.error_subcode).toBe(2018300);
    expect(await handovers()).toMatchObject([{ take_thread_control: { new_owner_app_id: PAGE_INBOX_APP_ID } }]);
    await control("take");
    expect(await control("release")).toEqual({ success: true });
    expect((await send({ text: "x" })).status).toBe(200);
  });

  it("is asked for a thread it has", async () => {
    const { page, ana, handovers } = await aThread({ isOurs: true });
    page.otherAppRequests(ana.psid);
    expect(await handovers()).toMatchObject([{ request_thread_control: { requested_owner_app_id: OTHER_APP_ID } }]);
  });

  it("cannot take a thread from an automation of Meta's", async () => {
    const { page, ana, control, send } = await aThread({ isOurs: true });
    page.setThreadOwner(ana.psid, LEAD_AUTOMATION_APP_ID);
    expect((await send({ text: "x" })).body.error).toMatchObject({ code: 10, error_subcode: 2018321 });
    expect((await control("take")).error).toMatchObject({ code: 10, error_subcode: 2018321 });
  });

  it("keeps a thread up to seven days longer", async () => {
    const { simulator, page, ana, control, owner } = await aThread({ isOurs: true });
    expect((await control("extend", { duration: 604_801 })).error?.code).toBe(100);
    expect(await control("extend", { duration: 604_800 })).toEqual({ success: true });
    page.setDefaultApp(OTHER_APP_ID);
    await simulator.advance(6 * 24 * HOUR_MS);
    expect(await owner()).toMatchObject([{ app_id: simulator.settings.appId }]);
    await simulator.advance(25 * HOUR_MS);
    ana.reads();
    expect(await owner()).toEqual([{ expiration: expect.any(Number) }]);
  });
});

it("lets an app that is not the default one take threads only if the business allows it", async () => {
  const { page, control } = await aThread();
  page.setDefaultApp(OTHER_APP_ID);
  expect((await control("take")).error?.error_subcode).toBe(2018171);
  page.allowTake(true);
  expect(await control("take")).toEqual({ success: true });
});

it("hands the thread over together with a message", async () => {
  const { ana, send, owner, page } = await aThread({ isOurs: true });
  const handOver = { thread_control: { control_type: "pass", app_id: PAGE_INBOX_APP_ID } };
  expect((await send({ text: "Somebody will help you." }, handOver)).status).toBe(200);
  expect(await owner()).toMatchObject([{ app_id: PAGE_INBOX_APP_ID }]);
  page.setThreadOwner(ana.psid, null);
  const wrong = { thread_control: { control_type: "pass", app_id: "1" } };
  expect((await send({ text: "x" }, wrong)).body.error?.error_subcode).toBe(2018164);
  expect(ana.received()).toHaveLength(1);
});

it("calls it not the owner on Instagram", async () => {
  const { simulator, desk, page, control, send } = await aThread({ isOurs: true });
  await simulator.app.subscribe({ callbackUrl: desk.url, verifyToken: "verify-me", instagram: true });
  const ana = simulator.person("Ana Lima", HARBOR, "instagram");
  ana.says("oi");
  page.setThreadOwner(ana.psid, OTHER_APP_ID);
  expect((await send({ text: "x" }, { psid: ana.psid })).body.error).toMatchObject({
    code: 100,
    error_subcode: 2534037,
  });
  expect((await control("release", {}, ana.psid)).error?.error_subcode).toBe(2534037);
  expect(await control("take", {}, ana.psid)).toEqual({ success: true });
});
