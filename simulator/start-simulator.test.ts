import { expect, it } from "vitest";
import { aDesk, VERIFY_TOKEN } from "./test-support/a-desk";
import { appToken, aSimulator, callGraph, HARBOR } from "./test-support/a-linked-page";
import { signBody } from "./wire/sign-body";

it("goes from login to a message in, an answer out, and its receipts", async () => {
  const [simulator, desk] = await Promise.all([aSimulator(), aDesk()]);
  const { appId, appSecret } = simulator.settings;
  const redirectUri = "http://localhost:3000/callback";
  const permissions = ["pages_show_list", "pages_messaging", "pages_manage_metadata"];
  const dialog = await fetch(`${simulator.url}/v26.0/dialog/oauth`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams([
      ["client_id", appId],
      ["redirect_uri", redirectUri],
      ["state", "s t/a"],
      ["scope", permissions.join(",")],
      ["person", "9000000000000001"],
      ...permissions.map((permission) => ["permission", permission]),
      ["page", HARBOR],
      ["action", "allow"],
    ]),
  });
  const back = new URL(dialog.headers.get("location") ?? "");
  expect(back.searchParams.get("state")).toBe("s t/a");

  const exchange = async (params: Record<string, string>) => {
    const body = new URLSearchParams({ client_id: appId, client_secret: appSecret, ...params });
    const response = await fetch(`${simulator.url}/v26.0/oauth/access_token`, { method: "POST", body });
    return (await response.json()) as { access_token: string };
  };
  const short = await exchange({ redirect_uri: redirectUri, code: back.searchParams.get("code") ?? "" });
  const long = await exchange({ grant_type: "fb_exchange_token", fb_exchange_token: short.access_token });
  const accounts = await callGraph(simulator, long.access_token, "me/accounts?fields=id,name,access_token,tasks");
  expect(accounts.body.data).toMatchObject([{ id: HARBOR, name: "Harbor Bikes" }]);
  const pageToken = String(accounts.body.data?.[0]?.access_token);

  const fields = "messages,message_echoes,message_deliveries,message_reads";
  const subscription = { object: "page", callback_url: desk.url, verify_token: VERIFY_TOKEN, fields };
  const onApp = await callGraph(simulator, appToken(simulator), `${appId}/subscriptions`, subscription);
  expect(onApp.body).toEqual({ success: true });
  const onPage = await callGraph(simulator, pageToken, `${HARBOR}/subscribed_apps`, { subscribed_fields: fields });
  expect(onPage.body).toEqual({ success: true });

  const ana = simulator.person("Ana Lima", HARBOR);
  ana.says("Vocês abrem no domingo?");
  await simulator.settled();
  expect(desk.items()).toMatchObject([
    { sender: { id: ana.psid }, recipient: { id: HARBOR }, message: { text: "Vocês abrem no domingo?" } },
  ]);
  const [first] = desk.received;
  expect(first?.headers).toMatchObject(signBody(Buffer.from(first?.body ?? ""), appSecret));

  const sent = await callGraph(simulator, pageToken, `${HARBOR}/messages`, {
    recipient: { id: ana.psid },
    messaging_type: "RESPONSE",
    message: { text: "Sim, das 10h.", metadata: "draft-1" },
  });
  await simulator.settled();
  ana.reads();
  await simulator.settled();
  const mid = sent.body.message_id;
  expect(ana.lastReceived()).toBe("Sim, das 10h.");
  expect(desk.items().slice(1)).toMatchObject([
    { sender: { id: HARBOR }, message: { mid, is_echo: true, app_id: 880011223344556, metadata: "draft-1" } },
    { sender: { id: ana.psid }, delivery: { mids: [mid] } },
    { sender: { id: ana.psid }, read: {} },
  ]);
});

it("starts over on reset, but keeps its clock and address", async () => {
  const simulator = await aSimulator();
  simulator.person("Ana Lima", HARBOR).says("Oi");
  simulator.faults.failNext({ operation: "messages" });
  simulator.set({ echo: "none" });
  await simulator.advance(3_600_000);
  simulator.reset();
  expect(simulator.person("Ana Lima", HARBOR).thread.messages).toEqual([]);
  expect(simulator.faults.list()).toEqual([]);
  expect(simulator.settings.echo).toBe("after");
  expect(simulator.nowMs()).toBeGreaterThan(Date.now() + 3_500_000);
});

it("can be empty and be filled by hand", async () => {
  const simulator = await aSimulator({ seed: "empty" });
  const page = simulator.addPage({ name: "Corner Books" });
  const user = simulator.addUser({ name: "Eve Editor", pageIds: [page.id] });
  const person = simulator.addPerson({ name: "Pia Reader" });
  expect(simulator.person(person.name, page.name).psid).toMatch(/^7\d{15}$/);
  const { body } = await callGraph(simulator, simulator.user(user.id).grants().value, "me/accounts?fields=name");
  expect(body.data).toEqual([{ id: page.id, name: "Corner Books" }]);
});

it("runs several at once on ports of their own", async () => {
  const [one, two] = await Promise.all([aSimulator(), aSimulator()]);
  expect(one.port).not.toBe(two.port);
  one.page(HARBOR).restrict();
  expect(two.page(HARBOR).page.isRestricted).toBe(false);
});
