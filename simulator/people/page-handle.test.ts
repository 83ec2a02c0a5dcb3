import { describe, expect, it } from "vitest";
import { aLinkedPage, appToken, CASA, callGraph, HARBOR } from "../test-support/a-linked-page";
import { OTHER_APP_ID } from "./page-handle";

describe("what breaks a Page without a word", () => {
  it("the Page switches the app off: the list looks right and nothing comes", async () => {
    const { simulator, desk, token, ana } = await aLinkedPage();
    simulator.page(HARBOR).switchApp(false);
    ana.says("Oi");
    await simulator.settled();
    expect(desk.received).toEqual([]);
    expect((await callGraph(simulator, token, `${HARBOR}/subscribed_apps`)).body.data).toHaveLength(1);
    simulator.page(HARBOR).switchApp(true);
    ana.says("Olá");
    await simulator.settled();
    expect(desk.items()).toMatchObject([{ message: { text: "Olá" } }]);
  });

  it("somebody else changes the fields of the Page", async () => {
    const { simulator, token } = await aLinkedPage();
    simulator.page(HARBOR).setFields(["messages"]);
    const { body } = await callGraph(simulator, token, `${HARBOR}/subscribed_apps`);
    expect(body.data).toMatchObject([{ subscribed_fields: ["messages"] }]);
  });

  it("somebody changes the app's own subscription", async () => {
    const { simulator, desk, ana } = await aLinkedPage();
    const read = () => callGraph(simulator, appToken(simulator), `${simulator.settings.appId}/subscriptions`);
    simulator.app.change({ fields: ["message_reads"] });
    ana.says("Oi");
    await simulator.settled();
    expect(desk.received).toEqual([]);
    expect((await read()).body.data).toMatchObject([{ fields: [{ name: "message_reads" }], active: true }]);
    simulator.app.change({ callbackUrl: "http://127.0.0.1:9/elsewhere", version: "v24.0", isActive: false });
    expect((await read()).body.data).toMatchObject([
      { callback_url: "http://127.0.0.1:9/elsewhere", active: false, fields: [{ version: "v24.0" }] },
    ]);
    expect(() => simulator.app.change({ fields: ["nonsense"] })).toThrow("nonsense");
    expect(() => simulator.app.change({ object: "instagram" })).toThrow("no instagram subscription");
  });

  it("the tokens of one Page die, those of the others live", async () => {
    const { simulator, token, link } = await aLinkedPage();
    const other = await link(CASA);
    expect(simulator.page(HARBOR).killTokens("unconfirmed")).toBe(1);
    expect((await callGraph(simulator, token, "me")).body.error).toMatchObject({ code: 190, error_subcode: 464 });
    expect((await callGraph(simulator, other, "me?fields=id")).body).toEqual({ id: CASA });
  });

  it.each([
    ["expired", 463],
    ["password_changed", 460],
    ["app_removed", 458],
    ["role_lost", 492],
    ["checkpoint", 459],
    ["unconfirmed", 464],
    ["logged_out", 467],
  ] as const)("a token dies of %s with subcode %i", async (cause, subcode) => {
    const { simulator, token, dana } = await aLinkedPage();
    dana.killTokens(cause);
    expect((await callGraph(simulator, token, "me")).body.error).toMatchObject({ code: 190, error_subcode: subcode });
  });
});

describe("another app on the Page", () => {
  it("is listed beside ours, and taking ours off leaves it", async () => {
    const { simulator, token } = await aLinkedPage();
    simulator.page(HARBOR).installApp({ name: "Chat Helper", fields: ["messages"] });
    const edge = `${HARBOR}/subscribed_apps`;
    const { data } = (await callGraph(simulator, token, edge)).body;
    expect(data?.map(({ id }) => id)).toEqual([simulator.settings.appId, OTHER_APP_ID]);
    expect((await callGraph(simulator, token, `${HARBOR}/secondary_receivers`)).body.data).toEqual([
      { id: OTHER_APP_ID, name: "Chat Helper" },
    ]);
    await callGraph(simulator, token, edge, undefined, "DELETE");
    expect((await callGraph(simulator, token, edge)).body.data).toMatchObject([{ id: OTHER_APP_ID }]);
  });

  it("owns every idle thread as the default app: we stand by and may not answer", async () => {
    const { simulator, desk, token, ana, send } = await aLinkedPage();
    const page = simulator.page(HARBOR);
    const owner = () => callGraph(simulator, token, `${HARBOR}/thread_owner?recipient=${ana.psid}`);
    ana.says("Oi");
    expect((await owner()).body.data).toEqual([]);
    page.setDefaultApp(page.installApp());
    ana.says("Tem alguém?");
    await simulator.settled();
    const last = JSON.parse(desk.received.at(-1)?.body ?? "") as { entry: Array<Record<string, unknown>> };
    expect(last.entry[0]).toHaveProperty("standby");
    expect((await send({ text: "x" })).body.error).toMatchObject({ code: 10, error_subcode: 2018300 });
    expect((await owner()).body.data).toEqual([{ thread_owner: { expiration: expect.any(Number) } }]);
    page.setDefaultApp(simulator.settings.appId);
    expect((await send({ text: "x" })).status).toBe(200);
    expect((await owner()).body.data).toMatchObject([{ thread_owner: { app_id: simulator.settings.appId } }]);
    page.setDefaultApp(OTHER_APP_ID);
    page.removeApp();
    expect((await send({ text: "x" })).status).toBe(200);
  });

  it("refuses a question about the owner that names nobody", async () => {
    const { simulator, token, dana } = await aLinkedPage();
    const ask = (query: string) => callGraph(simulator, token, `${HARBOR}/thread_owner${query}`);
    expect((await ask("")).body.error?.code).toBe(100);
    expect((await ask("?recipient=1")).body.error?.error_subcode).toBe(2018001);
    dana.removesPermission("pages_messaging");
    expect((await ask("?recipient=1")).body.error?.code).toBe(230);
  });
});

it("limits calls about the Page and lets messages through, until the clock has moved on", async () => {
  const { simulator, token, ana, send } = await aLinkedPage();
  ana.says("Oi");
  simulator.page(HARBOR).rateLimit("pages", 60_000);
  const limited = await callGraph(simulator, token, `${HARBOR}/subscribed_apps`);
  expect(limited.body.error?.code).toBe(80001);
  const usage = JSON.parse(limited.headers.get("x-business-use-case-usage") ?? "{}") as Record<string, unknown[]>;
  expect(usage[HARBOR]).toMatchObject([{ type: "pages", call_count: 100, estimated_time_to_regain_access: 1 }]);
  expect((await send({ text: "x" })).status).toBe(200);
  await simulator.advance(61_000);
  expect((await callGraph(simulator, token, `${HARBOR}/subscribed_apps`)).status).toBe(200);
});

it("links and unlinks an Instagram account, with its name", async () => {
  const { simulator, token } = await aLinkedPage();
  const read = async () =>
    (await callGraph(simulator, token, "me?fields=instagram_business_account{id,username}")).body
      .instagram_business_account;
  simulator.page(HARBOR).linkInstagram({ id: "17841490000000009", username: "harbor.bikes.lisboa" });
  expect(await read()).toEqual({ id: "17841490000000009", username: "harbor.bikes.lisboa" });
  simulator.page(HARBOR).linkInstagram(null);
  expect(await read()).toBeUndefined();
});

it("lets only people with a role on the app through in development mode", async () => {
  const { simulator, desk, ana, send } = await aLinkedPage();
  ana.says("Oi");
  simulator.app.setMode("development");
  ana.says("Alguém?");
  expect((await send({ text: "x" })).body.error).toMatchObject({ code: 200, error_subcode: 2018028 });
  simulator.setAppRole("Ana Lima", "tester");
  ana.says("Agora?");
  await simulator.settled();
  expect((await send({ text: "x" })).status).toBe(200);
  expect(desk.items().flatMap(({ message }) => message?.text ?? [])).not.toContain("Alguém?");
});
