import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryErrorList } from "@/lib/api/schemas/delivery-errors";
import type { Conversation, ConversationList, MessageList } from "@/lib/api/schemas/inbox";
import type { ThreadOwner } from "@/lib/api/schemas/outgoing";
import { LEAD_AUTOMATION_APP_ID } from "../../simulator/send/check-thread";
import { eventually } from "../support/eventually";
import { HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";

const PAGE_INBOX = "263902037430900";
const HOUR_MS = 3_600_000;

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
let otherId: string;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES] });
  otherId = owned.sim.page(HARBOR_BIKES).installApp({ name: "Chat Helper" });
  await owned.client.post(`/api/pages/${HARBOR_BIKES}/check`);
});
afterAll(() => owned?.end());
beforeEach(() => owned.sim.page(HARBOR_BIKES).setDefaultApp(owned.sim.settings.appId));

type Problem = { code: string; detail: string };
type Result = { conversation: Conversation } & Problem;
let nobodyYet = 0;

/** Somebody who has just written, and what can be done about who answers them. */
async function aThread() {
  const { sim, client } = owned;
  nobodyYet += 1;
  const { key } = sim.addPerson({ name: `Thea Thread ${nobodyYet}` });
  const person = sim.person(key, HARBOR_BIKES);
  person.says("Hello?");
  await sim.settled();
  const { id } = await eventually(async () => {
    const { body } = await client.get<ConversationList>("/api/conversations?limit=200");
    const found = body.conversations.find(({ psid }) => psid === person.psid);
    if (!found) throw new Error("not there yet");
    return found;
  });
  const path = `/api/conversations/${id}`;
  const page = sim.page(HARBOR_BIKES);
  const now = async () => (await client.get<{ conversation: Conversation }>(path)).body.conversation;
  const state = async () => {
    const { isStandby, owner } = await now();
    return { isStandby, owner: owner?.kind ?? null };
  };
  return {
    id,
    person,
    path,
    control: (action: string, more: Record<string, unknown> = {}) =>
      client.post<Result>(`${path}/thread-control`, { action, ...more }),
    owner: async () => (await client.get<ThreadOwner>(`${path}/thread-owner`)).body,
    state,
    /** Another app gets the thread, and the desk has heard of it. */
    isTakenBy: async (appId: string) => {
      page.setThreadOwner(person.psid, appId);
      await sim.settled();
      await eventually(async () => expect((await now()).isStandby).toBe(true));
    },
    lines: async () =>
      (await client.get<MessageList>(`${path}/messages`)).body.messages
        .flatMap(({ note }) => note?.kind ?? [])
        .reverse(),
    reply: () => client.post<Problem>(`${path}/messages`, { clientId: `c-${nobodyYet}`, text: "Hi" }),
    errors: async () =>
      (await client.get<DeliveryErrorList>(`/api/delivery-errors?conversationId=${id}`)).body.errors.map(
        ({ operation, code, subcode }) => [operation, code, subcode],
      ),
  };
}

describe("with this app as the Page's default app", () => {
  test("a thread that another app has is taken over, and can be answered at once", async () => {
    const thread = await aThread();
    await thread.isTakenBy(otherId);
    expect(await thread.reply()).toMatchObject({ status: 409, body: { code: "thread_held_elsewhere" } });
    const { status, body } = await thread.control("take");
    expect(status).toBe(200);
    expect(body.conversation).toMatchObject({ isStandby: false, owner: { kind: "desk" } });
    await owned.sim.settled();
    expect((await thread.reply()).status).toBe(202);
    await eventually(async () => expect(thread.person.lastReceived()).toBe("Hi"));
    // Meta told of it too, and that is no second line.
    expect(await thread.lines()).toEqual(["take_thread_control", "take_thread_control"]);
    expect(await thread.state()).toEqual({ isStandby: false, owner: "desk" });
  });

  test("a thread handed to the Page's inbox is looked on at, until it is taken back", async () => {
    const thread = await aThread();
    const { body } = await thread.control("pass", { metadata: "needs a refund" });
    expect(body.conversation).toMatchObject({ isStandby: true, owner: { appId: PAGE_INBOX, kind: "page_inbox" } });
    expect(await thread.owner()).toMatchObject({ state: "other", appId: PAGE_INBOX });
    expect((await thread.reply()).body.code).toBe("thread_held_elsewhere");
    thread.person.says("Anybody?");
    await owned.sim.settled();
    expect(await thread.state()).toEqual({ isStandby: true, owner: "page_inbox" });
    await thread.control("take");
    expect(await thread.state()).toEqual({ isStandby: false, owner: "desk" });
  });

  test("a thread is handed to another app by its name, and let go again", async () => {
    const thread = await aThread();
    const { body } = await owned.client.get<{ receivers: unknown[] }>(`${thread.path}/thread-receivers`);
    expect(body.receivers).toEqual([{ appId: otherId, name: "Chat Helper" }]);
    await thread.control("pass", { targetAppId: otherId });
    expect(await thread.owner()).toMatchObject({ state: "other", appId: otherId, appName: "Chat Helper" });
    expect(await thread.state()).toEqual({ isStandby: true, owner: "other_app" });
    await thread.control("take");
    // It falls back to the default app, which is this one.
    expect((await thread.control("release")).body.conversation).toMatchObject({
      isStandby: false,
      owner: { kind: "desk" },
    });
  });

  test("every change is a line in the audit log", async () => {
    const thread = await aThread();
    await thread.control("pass", { targetAppId: otherId });
    await thread.control("take");
    const db = new Database(owned.desk.databasePath, { readonly: true });
    const lines = db
      .prepare("SELECT action, page_id AS pageId, detail FROM audit_log WHERE target = ? ORDER BY id")
      .all(thread.id);
    db.close();
    expect(lines).toEqual([
      { action: "thread.passed", pageId: HARBOR_BIKES, detail: JSON.stringify({ toAppId: otherId }) },
      { action: "thread.taken", pageId: HARBOR_BIKES, detail: null },
    ]);
  });
});

describe("without a default app", () => {
  beforeEach(() => owned.sim.page(HARBOR_BIKES).setDefaultApp(null));

  test("taking is refused with what would help, and asking is possible", async () => {
    const thread = await aThread();
    await thread.isTakenBy(otherId);
    const refused = await thread.control("take");
    expect(refused).toMatchObject({
      status: 502,
      body: { code: "graph_refused", detail: expect.stringContaining("Conversation Routing") },
    });
    expect(await thread.errors()).toEqual([["take_thread_control", 10, 2018171]]);
    expect((await thread.control("request")).body.conversation.isStandby).toBe(true);
    owned.sim.page(HARBOR_BIKES).setThreadOwner(thread.person.psid, owned.sim.settings.appId);
    await owned.sim.settled();
    await eventually(async () => expect(await thread.state()).toEqual({ isStandby: false, owner: "desk" }));
  });

  test("who asks first for a thread that nobody has, has it", async () => {
    const thread = await aThread();
    expect(await thread.owner()).toMatchObject({ state: "idle", appId: null });
    expect((await thread.control("request")).body.conversation).toMatchObject({
      isStandby: false,
      owner: { kind: "desk" },
    });
    expect(await thread.owner()).toMatchObject({ state: "desk", expiresAt: expect.any(Number) });
    expect((await thread.control("release")).body.conversation).toMatchObject({ isStandby: false, owner: null });
  });

  test("a hold that ended at Meta is over here as soon as somebody asks, or takes", async () => {
    const [asked, taken] = [await aThread(), await aThread()];
    await asked.isTakenBy(otherId);
    await taken.isTakenBy(otherId);
    await owned.sim.advance(25 * HOUR_MS);
    expect(await asked.state()).toMatchObject({ isStandby: true });
    expect(await asked.owner()).toMatchObject({ state: "idle" });
    expect(await asked.state()).toEqual({ isStandby: false, owner: null });
    expect((await taken.control("take")).body.conversation).toMatchObject({ isStandby: false, owner: null });
    expect(await taken.errors()).toEqual([]);
  });
});

describe("what Meta refuses", () => {
  test.each([
    [{ action: "pass", targetAppId: "424242" }, 100, 2018164, "cannot be handed to that app"],
    [{ action: "take" }, 10, 2018321, "automated flow"],
    [{ action: "release" }, 10, 2018300, "other app"],
    [{ action: "take" }, 100, 2534037, "take"],
  ] as const)("%j with %i/%i is explained, and kept as an error", async ({ action, ...more }, code, subcode, words) => {
    const thread = await aThread();
    const { sim } = owned;
    if (subcode === 2018321) await thread.isTakenBy(LEAD_AUTOMATION_APP_ID);
    if (subcode === 2018300 || subcode === 2534037) {
      sim.faults.failNext({ operation: `${action}_thread_control`, code, subcode });
    }
    const { status, body } = await thread.control(action, more);
    expect([status, body.code]).toEqual([502, "graph_refused"]);
    expect(body.detail.toLowerCase()).toContain(words.toLowerCase());
    expect(await thread.errors()).toEqual([[`${action}_thread_control`, code, subcode]]);
  });

  test("what is not confirmed changes nothing here", async () => {
    const thread = await aThread();
    await thread.isTakenBy(otherId);
    owned.sim.faults.failNext({ operation: "take_thread_control", reset: true });
    expect(await thread.control("take")).toMatchObject({ status: 503, body: { code: "graph_unavailable" } });
    expect((await thread.state()).isStandby).toBe(true);
  });

  test("when Meta does not say who has it, that is said", async () => {
    const thread = await aThread();
    owned.sim.faults.failNext({ operation: "thread_owner", code: 230 });
    expect(await thread.owner()).toEqual({ state: "unknown", appId: null, appName: null, expiresAt: null });
    owned.sim.faults.failNext({ operation: "secondary_receivers", html: true });
    const { body } = await owned.client.get<{ receivers: unknown[] }>(`${thread.path}/thread-receivers`);
    expect(body.receivers).toEqual([{ appId: otherId, name: "Chat Helper" }]);
  });

  test("bad input and unknown conversations reach nobody", async () => {
    const thread = await aThread();
    const calls = () => owned.sim.graphCalls().filter(({ operation }) => operation.endsWith("thread_control")).length;
    const before = calls();
    expect((await thread.control("steal")).status).toBe(422);
    expect((await thread.control("pass", { targetAppId: "me/messages" })).status).toBe(422);
    expect((await thread.control("take", { metadata: "x".repeat(1001) })).status).toBe(422);
    for (const edge of ["thread-control", "thread-owner", "thread-receivers"]) {
      const path = `/api/conversations/99999999/${edge}`;
      const { status } = await (edge === "thread-control"
        ? owned.client.post(path, { action: "take" })
        : owned.client.get(path));
      expect(status).toBe(404);
    }
    expect(calls()).toBe(before);
  });
});
