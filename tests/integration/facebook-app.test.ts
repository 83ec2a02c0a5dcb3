import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { AppInfo, SubscribeAppResult } from "@/lib/api/schemas/app";
import type { Page } from "@/lib/api/schemas/pages";
import { CASA_VERDE, HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { startDesk } from "../support/start-desk";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES, CASA_VERDE] });
});
afterAll(() => owned?.end());

/** Everything on, as a person sets it up in the App Dashboard. */
beforeEach(async () => {
  const { url, settings } = owned.desk;
  const callbackUrl = `${url}/api/webhook`;
  owned.sim.app.unsubscribe();
  await owned.sim.app.subscribe({ callbackUrl, verifyToken: settings.verifyToken, instagram: true });
  setRole("owner");
  await checkApp();
});

const getApp = async () => (await owned.client.get<AppInfo>("/api/app")).body;
const checkApp = async () => (await owned.client.post<AppInfo>("/api/app/check")).body;
const checkPage = async (id: string) => (await owned.client.post<Page>(`/api/pages/${id}/check`)).body;
const subscribe = (object: string, fields: string[]) =>
  owned.client.put<SubscribeAppResult & { code?: string }>("/api/app/subscriptions", { object, fields });

/** What the App Dashboard does when somebody unticks fields there. */
function switchOff(...fields: string[]) {
  const ofPages = owned.sim.state.subscriptions.get("page");
  for (const field of fields) ofPages?.fields.delete(field);
}

function setRole(role: string) {
  const db = new Database(owned.desk.databasePath);
  db.prepare("UPDATE users SET role = ?").run(role);
  db.close();
}

test("the app is told as Facebook has it, with everything its dashboard asks for", async () => {
  const { url, settings } = owned.desk;
  const app = await getApp();
  expect(app).toMatchObject({
    appId: settings.appId,
    callbackUrl: `${url}/api/webhook`,
    verifyToken: settings.verifyToken,
    redirectUris: [`${url}/api/auth/callback/facebook`, `${url}/api/pages/connect/callback`],
    deauthorizeUrl: `${url}/api/facebook/deauthorize`,
    dataDeletionUrl: `${url}/api/facebook/data-deletion`,
    privacyUrl: `${url}/privacy`,
    subscriptions: [
      { object: "page", callbackUrl: `${url}/api/webhook`, isOurs: true, isActive: true },
      { object: "instagram", isOurs: true },
    ],
    handshake: null,
    reach: { status: "proven" },
    missingFields: [],
    onlyRolesAt: null,
    problems: [],
  });
  expect(app.verifiedAt).toBeGreaterThan(Date.now() - 60_000);
  expect(app.subscriptions[0]?.fields).toContainEqual({ name: "messages", version: "v26.0" });
  const secrets = [settings.appSecret, "EAA"];
  for (const secret of secrets) expect(JSON.stringify(app)).not.toContain(secret);
});

test("a field that is off for the app is found, switched on in one call, and every Page is well again at once", async () => {
  switchOff("message_reads", "standby");
  expect(await checkPage(HARBOR_BIKES)).toMatchObject({ problems: [{ code: "app_fields_missing" }] });
  expect(await checkPage(CASA_VERDE)).toMatchObject({ problems: [{ code: "app_fields_missing" }] });
  expect(await getApp()).toMatchObject({ missingFields: ["message_reads", "standby"] });

  const { status, body } = await subscribe("page", ["message_reads", "standby"]);
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { handshakeError: null, app: { missingFields: [], handshake: { error: null } } },
  });
  const on = body.app.subscriptions[0]?.fields.map(({ name }) => name) ?? [];
  expect(on).toEqual(expect.arrayContaining(["messages", "message_reads", "standby"]));
  const { pages } = (await owned.client.get<{ pages: Page[] }>("/api/pages")).body;
  expect(pages.map(({ status, problems }) => ({ status, problems }))).toEqual([
    { status: "healthy", problems: [] },
    { status: "healthy", problems: [] },
  ]);
});

test("an app without a webhook is set up from here, for Pages and for Instagram", async () => {
  owned.sim.app.unsubscribe();
  expect(await checkApp()).toMatchObject({ subscriptions: [], problems: [{ code: "app_not_subscribed" }] });
  const { pages } = (await owned.client.get<{ pages: Page[] }>("/api/pages")).body;
  expect(pages.map(({ problems }) => problems[0]?.code)).toEqual(["app_not_subscribed", "app_not_subscribed"]);

  expect((await subscribe("page", ["messages"])).body).toMatchObject({ handshakeError: null, app: { problems: [] } });
  expect((await subscribe("instagram", ["messages", "messaging_seen"])).body.app.subscriptions).toMatchObject([
    { object: "page", isOurs: true },
    { object: "instagram", isOurs: true, fields: [{ name: "messages" }, { name: "messaging_seen" }] },
  ]);
});

test("events that go to another address are brought here", async () => {
  await withServer(answerChallenge, async (address) => {
    await owned.sim.app.subscribe({ callbackUrl: `${address}/elsewhere`, verifyToken: "another" });
    expect(await checkApp()).toMatchObject({
      subscriptions: [{ object: "page", isOurs: false, callbackUrl: `${address}/elsewhere` }, { isOurs: true }],
      problems: [{ code: "app_callback_elsewhere", detail: expect.stringContaining(`${address}/elsewhere`) }],
      missingFields: [],
    });
  });
  expect((await subscribe("page", ["messages"])).body.app).toMatchObject({
    subscriptions: [{ isOurs: true }, { isOurs: true }],
    problems: [],
  });
});

test("an address that leads here by another way keeps leading here when a field is added", async () => {
  const otherMount = `${owned.desk.url}/webhook`;
  owned.sim.app.change({ callbackUrl: otherMount, fields: ["messages"] });
  const { body } = await subscribe("page", ["standby"]);
  expect(body).toMatchObject({ handshakeError: null, app: { problems: [], missingFields: expect.any(Array) } });
  expect(body.app.subscriptions).toContainEqual(
    expect.objectContaining({ object: "page", isOurs: true, callbackUrl: otherMount }),
  );
});

test("an unknown field is named, and Facebook is not asked", async () => {
  const calls = owned.sim.graphCalls("subscriptions").length;
  expect(await subscribe("page", ["messages", "mesages"])).toMatchObject({
    status: 422,
    body: { code: "invalid_input", errors: [{ path: "fields.1", message: expect.stringContaining("mesages") }] },
  });
  expect(await subscribe("instagram", ["message_reads"])).toMatchObject({
    status: 422,
    body: { errors: [{ path: "fields.0", message: expect.stringContaining("message_reads") }] },
  });
  expect(await subscribe("user", ["email"])).toMatchObject({ status: 422 });
  expect(await subscribe("page", [])).toMatchObject({ status: 422 });
  expect(owned.sim.graphCalls("subscriptions")).toHaveLength(calls);
});

test("when Facebook refuses or cannot be reached, what was seen last is still told", async () => {
  owned.sim.faults.failNext({ operation: "subscriptions", code: 2, message: "Service temporarily unavailable" });
  expect(await checkApp()).toMatchObject({
    subscriptions: [{ object: "page" }, { object: "instagram" }],
    problems: [{ code: "check_failed", detail: expect.stringContaining("temporarily") }],
  });
  owned.sim.faults.failNext({ operation: "subscriptions", code: 190, message: "Invalid OAuth access token." });
  expect(await subscribe("page", ["messages"])).toMatchObject({
    status: 502,
    body: { code: "graph_refused", detail: expect.stringContaining("FACEBOOK_APP_SECRET") },
  });
  expect(await checkApp()).toMatchObject({ problems: [] });
});

test("a developer reads everything but the verify token, an agent nothing, and neither changes anything", async () => {
  setRole("developer");
  expect(await getApp()).toMatchObject({
    verifyToken: "",
    subscriptions: [{ object: "page" }, { object: "instagram" }],
  });
  expect((await owned.client.post("/api/app/check")).status).toBe(200);
  expect(await subscribe("page", ["messages"])).toMatchObject({ status: 403, body: { code: "not_allowed" } });
  setRole("agent");
  expect(await owned.client.get("/api/app")).toMatchObject({ status: 403, body: { code: "not_allowed" } });
  expect(await subscribe("page", ["messages"])).toMatchObject({ status: 403 });
  expect((await owned.client.get("/pages/app")).status).toBe(404);
});

test("the set-up page tells a stranger nothing of it", async () => {
  const { verifyToken, setupToken } = owned.desk.settings;
  const fresh = await startDesk({ simulatorUrl: owned.sim.url, env: { ...sameSecrets(), SETUP_TOKEN: setupToken } });
  try {
    const page = async (path: string) => (await fetch(`${fresh.url}${path}`)).text();
    expect(await page("/setup")).not.toContain(verifyToken);
    expect(await page("/setup?token=not-the-token-at-all")).not.toContain(verifyToken);
    const ready = await page(`/setup?token=${setupToken}`);
    expect(ready).toContain(verifyToken);
    expect(ready).toContain(`${fresh.url}/api/webhook`);
    expect(ready).toContain("Facebook has not verified the callback URL yet");
  } finally {
    await fresh.dispose();
  }
});

test("whatever keeps Facebook's handshake out is put into words and kept, and the app stays as it was", async () => {
  owned.sim.set({ webhookTimeoutMs: 300 });
  let listener: RequestListener = answer(200);
  await withServer(
    (request, response) => listener(request, response),
    async (address, close) => {
      // The same desk, at an address that does not lead to it.
      await owned.desk.stop();
      const { databasePath } = owned.desk;
      const env = { ...sameSecrets(), PUBLIC_URL: address };
      const moved = await startDesk({ simulatorUrl: owned.sim.url, databasePath, env });
      const setUp = async () => {
        const { cookieHeader: cookie } = owned.client;
        const answered = await fetch(`${moved.url}/api/app/subscriptions`, {
          method: "PUT",
          headers: { cookie, origin: address, "content-type": "application/json" },
          body: JSON.stringify({ object: "page", fields: ["messages"] }),
        });
        return (await answered.json()) as SubscribeAppResult;
      };
      const expectRefused = async (reason: RegExp) => {
        const result = await setUp();
        expect(result).toMatchObject({
          handshakeError: expect.stringMatching(reason),
          app: {
            handshake: { error: result.handshakeError },
            reach: { status: "unlikely" },
            problems: [{ code: "app_callback_elsewhere" }],
          },
        });
        expect(result.handshakeError).not.toContain(owned.desk.settings.verifyToken);
      };
      try {
        await expectRefused(/not with the challenge/);
        listener = answer(403);
        await expectRefused(/verify token \(403\).*HTTP Status Code = 403/);
        listener = answer(404);
        await expectRefused(/no webhook at the address \(404\)/);
        listener = () => undefined;
        await expectRefused(/in time.*curl_errno = 28/);
        await close();
        await expectRefused(/could not connect.*curl_errno = 7/);
        expect(owned.sim.state.subscriptions.get("page")?.callbackUrl).toBe(`${owned.desk.url}/api/webhook`);
      } finally {
        await moved.dispose();
      }
    },
  );
});

/** The settings that make another process the same desk: it takes the same sessions and tokens. */
function sameSecrets(): Record<string, string> {
  const { PORT: _port, PUBLIC_URL: _url, DATABASE_URL: _database, ...secrets } = owned.desk.settings.env;
  return secrets;
}

async function withServer(
  listener: RequestListener,
  work: (address: string, close: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, close);
  } finally {
    await close();
  }
}

function answer(status: number): RequestListener {
  return (_request, response) => void response.writeHead(status).end("{}");
}

const answerChallenge: RequestListener = (request, response) => {
  const challenge = new URL(request.url ?? "", "http://localhost").searchParams.get("hub.challenge");
  response.end(challenge);
};
