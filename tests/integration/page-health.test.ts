import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page, PageHistoryEntry } from "@/lib/api/schemas/pages";
import { eventually } from "../support/eventually";
import { CASA_VERDE, DANA, HARBOR_BIKES, NORD_KAFFE, startOwnedDesk } from "../support/owned-desk";

type Owned = Awaited<ReturnType<typeof startOwnedDesk>>;
let owned: Owned;
beforeAll(async () => {
  owned = await startOwnedDesk();
});
afterAll(() => owned?.end());

const check = async (id: string) => (await owned.client.post<Page>(`/api/pages/${id}/check`)).body;
const page = async (id: string) => (await owned.client.get<{ page: Page }>(`/api/pages/${id}`)).body.page;
const codes = (one: Page) => one.problems.map(({ code }) => code);
const history = async (id: string) =>
  (await owned.client.get<{ entries: PageHistoryEntry[] }>(`/api/pages/${id}/history`)).body.entries;

const callbackUrl = () => `${owned.desk.url}/api/webhook`;
const subscribeApp = ({ instagram = false } = {}) =>
  owned.sim.app.subscribe({ callbackUrl: callbackUrl(), verifyToken: owned.desk.settings.verifyToken, instagram });
async function reconnect(pageIds = [HARBOR_BIKES]): Promise<void> {
  await owned.client.consent({ person: DANA });
  await owned.client.post("/api/pages", { pageIds });
}
async function saveFields(): Promise<void> {
  const { desiredFields } = await page(HARBOR_BIKES);
  await owned.client.put(`/api/pages/${HARBOR_BIKES}/fields`, { fields: desiredFields });
}

type Fault = {
  code: Page["problems"][number]["code"];
  status: Page["status"];
  breakIt: (owned: Owned) => unknown;
  fixIt: (owned: Owned) => unknown;
  /** Whether the other Pages show it too. */
  isShared?: boolean;
};
const deadToken = (
  code: Fault["code"],
  cause: "expired" | "password_changed" | "app_removed" | "checkpoint" | "unconfirmed" | "logged_out",
): Fault => ({
  code,
  status: "broken",
  breakIt: ({ sim }) => sim.page(HARBOR_BIKES).killTokens(cause),
  fixIt: () => reconnect(),
});

const FAULTS: Fault[] = [
  deadToken("token_expired", "expired"),
  deadToken("token_password_changed", "password_changed"),
  deadToken("token_app_removed", "app_removed"),
  deadToken("token_checkpoint", "checkpoint"),
  deadToken("token_unconfirmed_user", "unconfirmed"),
  deadToken("token_logged_out", "logged_out"),
  {
    code: "token_role_lost",
    status: "broken",
    breakIt: ({ sim }) => sim.user(DANA).losesRole(HARBOR_BIKES),
    fixIt: ({ sim }) => sim.user(DANA).regainsRole(HARBOR_BIKES),
  },
  {
    code: "permission_missing",
    status: "broken",
    breakIt: ({ sim }) => sim.user(DANA).removesPermission("pages_messaging"),
    fixIt: () => reconnect([HARBOR_BIKES, CASA_VERDE, NORD_KAFFE]),
    isShared: true,
  },
  {
    code: "permission_missing",
    status: "broken",
    breakIt: ({ sim }) => sim.user(DANA).removesPermission("pages_manage_metadata"),
    fixIt: () => reconnect([HARBOR_BIKES, CASA_VERDE, NORD_KAFFE]),
    isShared: true,
  },
  {
    code: "page_not_granted",
    status: "broken",
    breakIt: ({ sim }) => sim.user(DANA).narrowsPermission("pages_messaging", [CASA_VERDE, NORD_KAFFE]),
    fixIt: () => reconnect(),
  },
  {
    code: "task_missing",
    status: "broken",
    breakIt: ({ sim }) => sim.user(DANA).regainsRole(HARBOR_BIKES, { tasks: ["ANALYZE", "MODERATE"] }),
    fixIt: ({ sim }) => sim.user(DANA).regainsRole(HARBOR_BIKES),
  },
  {
    code: "page_unsubscribed",
    status: "broken",
    breakIt: ({ sim }) => sim.page(HARBOR_BIKES).unsubscribe(),
    fixIt: saveFields,
  },
  {
    code: "fields_missing",
    status: "attention",
    breakIt: ({ sim }) => sim.page(HARBOR_BIKES).setFields(["messages"]),
    fixIt: saveFields,
  },
  {
    code: "fields_missing",
    status: "broken",
    breakIt: ({ sim }) => sim.page(HARBOR_BIKES).setFields(["messaging_postbacks"]),
    fixIt: saveFields,
  },
  {
    code: "app_fields_missing",
    status: "broken",
    breakIt: ({ sim }) => sim.app.change({ fields: ["messaging_postbacks"] }),
    fixIt: () => subscribeApp(),
    isShared: true,
  },
  {
    code: "app_not_subscribed",
    status: "broken",
    breakIt: ({ sim }) => sim.app.unsubscribe(),
    fixIt: () => subscribeApp(),
    isShared: true,
  },
  {
    code: "app_not_subscribed",
    status: "broken",
    breakIt: ({ sim }) => sim.app.change({ isActive: false }),
    fixIt: () => subscribeApp(),
    isShared: true,
  },
  {
    code: "app_callback_elsewhere",
    status: "broken",
    breakIt: ({ sim }) => sim.app.change({ callbackUrl: "http://localhost:1/webhook" }),
    fixIt: ({ sim }) => sim.app.change({ callbackUrl: callbackUrl() }),
    isShared: true,
  },
  {
    code: "app_fields_missing",
    status: "attention",
    breakIt: ({ sim }) => sim.app.change({ fields: ["messages", "messaging_postbacks"] }),
    fixIt: () => subscribeApp(),
    isShared: true,
  },
  {
    code: "instagram_not_subscribed",
    status: "attention",
    breakIt: async ({ sim }) => {
      await subscribeApp({ instagram: true });
      sim.person("Ana Lima", HARBOR_BIKES, "instagram").says("hello from Instagram");
      await sim.settled();
      await eventually(async () => {
        const { body } = await owned.client.get<Conversations>("/api/conversations");
        expect(body.conversations.some(({ channel }) => channel === "instagram")).toBe(true);
      });
      sim.app.change({ object: "instagram", isActive: false });
    },
    fixIt: ({ sim }) => sim.app.change({ object: "instagram", isActive: true }),
  },
];

test.each(FAULTS)("$code: the right Page says so within one check, and is well after the fix", async (fault) => {
  expect((await check(HARBOR_BIKES)).status).toBe("healthy");
  const beforeMs = Date.now();
  await fault.breakIt(owned);
  const broken = await check(HARBOR_BIKES);
  expect(codes(broken)).toEqual([fault.code]);
  expect(broken.status).toBe(fault.status);
  expect(broken.problems[0]?.since).toBeGreaterThanOrEqual(beforeMs);
  expect(broken.problems[0]?.severity).toBe(fault.status);
  expect(JSON.stringify(broken)).not.toMatch(/EAA|\{\w+\}/);
  // A problem keeps its beginning.
  expect((await check(HARBOR_BIKES)).problems).toEqual(broken.problems);
  expect(codes(await check(CASA_VERDE))).toEqual(fault.isShared ? [fault.code] : []);
  await fault.fixIt(owned);
  for (const id of [HARBOR_BIKES, CASA_VERDE])
    expect(await check(id)).toMatchObject({ status: "healthy", problems: [] });
  const [ended, began] = (await history(HARBOR_BIKES)).filter(({ code }) => code === fault.code);
  expect(ended).toMatchObject({ kind: "problem_ended", title: broken.problems[0]?.title });
  expect(began).toMatchObject({ kind: "problem_began" });
});

const PASSING = [
  { name: "a rate limit of the app", fault: { code: 4 } },
  { name: "a rate limit of the Page", fault: { code: 80006 } },
  { name: "a rate limit of the user", fault: { code: 17 } },
  { name: "a fault of Meta's", fault: { code: 2, status: 500, isTransient: true } },
  { name: "a parameter that Meta refuses", fault: { code: 100 } },
  { name: "an object Meta does not show", fault: { code: 100, subcode: 33 } },
  { name: "a page of HTML", fault: { html: true, status: 503 } },
];

test.each(PASSING)("$name says nothing about the token", async ({ fault }) => {
  owned.sim.faults.failNext({ operation: "subscribed_apps", path: HARBOR_BIKES, ...fault });
  expect(await check(HARBOR_BIKES)).toMatchObject({
    status: "attention",
    tokenStatus: "valid",
    problems: [{ code: "check_failed" }],
  });
  expect(await check(HARBOR_BIKES)).toMatchObject({ status: "healthy" });
  expect((await history(HARBOR_BIKES)).some(({ code }) => code === "check_failed")).toBe(false);
});

test("while Meta cannot be asked, what was known of a dead token stands", async () => {
  owned.sim.page(HARBOR_BIKES).killTokens("password_changed");
  const { problems } = await check(HARBOR_BIKES);
  owned.sim.faults.failNext({ operation: "subscribed_apps", path: HARBOR_BIKES, html: true });
  owned.sim.faults.failNext({ operation: "debug_token", code: 2 });
  const unsure = await check(HARBOR_BIKES);
  expect(unsure).toMatchObject({ status: "broken", tokenStatus: "invalid" });
  expect(unsure.problems[0]).toEqual(problems[0]);
  expect(codes(unsure)).toEqual(["token_password_changed", "check_failed"]);
  await reconnect();
  expect((await check(HARBOR_BIKES)).status).toBe("healthy");
});

test("what ended one token of a person has mostly ended all: their other Pages are looked at within seconds", async () => {
  owned.sim.user(DANA).changesPassword();
  await check(HARBOR_BIKES);
  await eventually(async () => {
    for (const id of [CASA_VERDE, NORD_KAFFE]) expect(codes(await page(id))).toEqual(["token_password_changed"]);
  });
  await reconnect([HARBOR_BIKES, CASA_VERDE, NORD_KAFFE]);
  for (const id of [HARBOR_BIKES, CASA_VERDE, NORD_KAFFE]) expect((await page(id)).status).toBe("healthy");
}, 30_000);

test("what only debug_token knows is extra: without it nothing is wrong", async () => {
  owned.sim.faults.failNext({ operation: "debug_token", code: 100 });
  expect((await check(HARBOR_BIKES)).status).toBe("healthy");
});

test("a token that ends within a week is told in time", async () => {
  const tokens = [...owned.sim.state.tokens.values()].filter(({ pageId }) => pageId === HARBOR_BIKES);
  for (const token of tokens) token.expiresAtMs = owned.sim.nowMs() + 3 * 24 * 60 * 60 * 1000;
  const soon = await check(HARBOR_BIKES);
  expect(soon).toMatchObject({ status: "attention", problems: [{ code: "token_expires_soon" }] });
  expect(soon.token.expiresAt).toBeGreaterThan(Date.now());
  for (const token of tokens) token.expiresAtMs = 0;
  expect(await check(HARBOR_BIKES)).toMatchObject({ status: "healthy", token: { expiresAt: null } });
});

test("an app secret that Meta refuses is told as that", async () => {
  const { appSecret } = { appSecret: owned.sim.state.app.secret };
  owned.sim.app.resetSecret("another-secret");
  const refused = await check(HARBOR_BIKES);
  expect(codes(refused)).toEqual(["app_secret_refused"]);
  expect(refused).toMatchObject({ status: "broken", tokenStatus: "valid" });
  owned.sim.app.resetSecret(appSecret);
  expect((await check(HARBOR_BIKES)).status).toBe("healthy");
});

test("another app on the Page is listed and never counted as ours; when it has the threads, that is told", async () => {
  const { sim } = owned;
  const otherId = sim.page(CASA_VERDE).installApp({ name: "Chat Helper" });
  expect(await check(CASA_VERDE)).toMatchObject({
    status: "healthy",
    otherApps: [{ id: otherId, name: "Chat Helper", fields: expect.arrayContaining(["messages"]) }],
  });
  sim.page(CASA_VERDE).unsubscribe();
  expect(codes(await check(CASA_VERDE))).toEqual(["page_unsubscribed"]);
  const { desiredFields } = await page(CASA_VERDE);
  await owned.client.put(`/api/pages/${CASA_VERDE}/fields`, { fields: desiredFields });

  const person = sim.person("Ana Lima", CASA_VERDE);
  sim.page(CASA_VERDE).setThreadOwner(person.psid, otherId);
  for (const text of ["one", "two", "three", "four", "five", "six"]) person.says(text);
  await sim.settled();
  await eventually(async () => {
    expect(await check(CASA_VERDE)).toMatchObject({
      status: "attention",
      problems: [{ code: "other_app_answers", detail: expect.stringContaining("Chat Helper") }],
    });
  });
  sim.page(CASA_VERDE).setThreadOwner(person.psid, null);
  for (const text of ["seven", "eight", "nine"]) person.says(text);
  await sim.settled();
  await eventually(async () => expect((await check(CASA_VERDE)).status).toBe("healthy"));
  sim.page(CASA_VERDE).removeApp(otherId);
  expect(await check(CASA_VERDE)).toMatchObject({ otherApps: [] });
});

type Conversations = { conversations: { id: string; pageId: string; psid: string; channel: string }[] };
type Errors = {
  errors: { code: number | null; subcode: number | null; title: string; message: string; status: string }[];
};

async function aConversation(pageId: string, name: string) {
  const { sim, client } = owned;
  const person = sim.person(name, pageId);
  person.says(`hello from ${name}`);
  await sim.settled();
  return eventually(async () => {
    const { body } = await client.get<Conversations>("/api/conversations?limit=200");
    const found = body.conversations.find((one) => one.pageId === pageId && one.psid === person.psid);
    if (!found) throw new Error("not yet");
    const reply = (clientId: string) =>
      client.post(`/api/conversations/${found.id}/messages`, { clientId, text: `reply ${clientId}` });
    return { person, reply };
  });
}
const errorsOf = async (id: string) =>
  (await owned.client.get<Errors>(`/api/delivery-errors?pageId=${id}`)).body.errors;
const sends = () => owned.sim.graphCalls("messages").length;

test("a send finds a dead token: the Page says why at once, later sends are refused here, messages still arrive", async () => {
  const { person, reply } = await aConversation(NORD_KAFFE, "Ana Lima");
  owned.sim.page(NORD_KAFFE).killTokens("checkpoint");
  await reply("dead-1");
  await eventually(async () => {
    expect(await page(NORD_KAFFE)).toMatchObject({
      status: "broken",
      tokenStatus: "invalid",
      problems: [{ code: "token_checkpoint" }],
    });
  });
  const triedBefore = sends();
  await reply("dead-2");
  await eventually(async () => {
    expect((await errorsOf(NORD_KAFFE))[0]).toMatchObject({
      code: null,
      title: "The Page's access has ended",
      message: expect.stringContaining("check"),
      status: "open",
    });
  });
  expect(sends()).toBe(triedBefore);
  person.says("are you there?");
  await owned.sim.settled();
  await eventually(async () => {
    const { body } = await owned.client.get<{ conversations: { preview: string }[] }>("/api/conversations");
    expect(body.conversations.some(({ preview }) => preview === "are you there?")).toBe(true);
  });
  await reconnect([NORD_KAFFE]);
  const beforeMs = Date.now();
  await reply("alive");
  await eventually(async () => expect((await page(NORD_KAFFE)).lastSentAt).toBeGreaterThanOrEqual(beforeMs));
  expect(await page(NORD_KAFFE)).toMatchObject({ status: "healthy", tokenStatus: "valid" });
});

test("in development mode a refused send is told on the Page within seconds, until a send goes through", async () => {
  const { reply } = await aConversation(HARBOR_BIKES, "Ana Lima");
  owned.sim.app.setMode("development");
  await reply("dev-1");
  await eventually(async () => {
    expect(await page(HARBOR_BIKES)).toMatchObject({
      status: "attention",
      tokenStatus: "valid",
      problems: [{ code: "app_only_roles" }],
    });
  });
  owned.sim.app.setMode("live");
  const onlyRolesAt = async () => (await owned.client.get<{ onlyRolesAt: number | null }>("/api/app")).body.onlyRolesAt;
  expect(await onlyRolesAt()).toBeGreaterThan(Date.now() - 60_000);
  // Another Page's message to somebody says as much of the app.
  const ofCasaVerde = await aConversation(CASA_VERDE, "Ana Lima");
  await ofCasaVerde.reply("dev-2");
  await eventually(async () => expect(await onlyRolesAt()).toBeNull());
  await reply("dev-3");
  await eventually(async () => expect((await page(HARBOR_BIKES)).status).toBe("healthy"));
  expect((await check(HARBOR_BIKES)).status).toBe("healthy");
}, 30_000);

test("a restricted Page is broken from the first refused send until one goes through", async () => {
  const { reply } = await aConversation(HARBOR_BIKES, "Ana Lima");
  owned.sim.page(HARBOR_BIKES).restrict();
  await reply("restricted-1");
  await eventually(async () => expect((await errorsOf(HARBOR_BIKES))[0]).toMatchObject({ code: 10, subcode: 1893063 }));
  expect(await check(HARBOR_BIKES)).toMatchObject({
    status: "broken",
    tokenStatus: "valid",
    problems: [{ code: "page_restricted", severity: "broken" }],
  });
  expect(codes(await check(CASA_VERDE))).toEqual([]);
  owned.sim.page(HARBOR_BIKES).unrestrict();
  // Nothing but a send can tell.
  expect(codes(await check(HARBOR_BIKES))).toEqual(["page_restricted"]);
  await reply("restricted-2");
  await eventually(async () => {
    expect(await page(HARBOR_BIKES)).toMatchObject({ status: "healthy", problems: [] });
  });
  expect((await check(HARBOR_BIKES)).status).toBe("healthy");
  const [ended, began] = (await history(HARBOR_BIKES)).filter(({ code }) => code === "page_restricted");
  expect([ended?.kind, began?.kind]).toEqual(["problem_ended", "problem_began"]);
});

test("history is for those who may see Pages, newest first, page by page", async () => {
  const all = await history(HARBOR_BIKES);
  const path = `/api/pages/${HARBOR_BIKES}/history`;
  type List = { entries: PageHistoryEntry[]; nextCursor: string | null };
  const first = (await owned.client.get<List>(`${path}?limit=3`)).body;
  const second = (await owned.client.get<List>(`${path}?limit=3&cursor=${first.nextCursor}`)).body;
  expect([...first.entries, ...second.entries]).toEqual(all.slice(0, 6));
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => b - a));
  expect(await owned.client.get(`${path}?cursor=nonsense`)).toMatchObject({ status: 422 });
  expect(await owned.client.get("/api/pages/999/history")).toMatchObject({ status: 404 });
});
