import { describe, expect, it } from "vitest";
import type { Simulator } from "../simulator";
import { aLinkedPage, aSimulator, HARBOR } from "../test-support/a-linked-page";

async function control({ url }: Simulator, method: string, path: string, body?: Record<string, unknown>, headers = {}) {
  const response = await fetch(`${url}/_simulator${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    body: body && JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe("the control API", () => {
  it("does over HTTP what tests do in process", async () => {
    const { simulator, desk, send } = await aLinkedPage();
    const person = `/people/${encodeURIComponent("Ana Lima")}/${HARBOR}`;
    await control(simulator, "POST", `${person}/says`, { text: "Oi" });
    await control(simulator, "POST", `${person}/sends-image`, { name: "bike" });
    await control(simulator, "POST", "/settled");
    expect(desk.items()).toMatchObject([
      { message: { text: "Oi" } },
      { message: { attachments: [{ type: "image" }] } },
    ]);
    await send({ text: "Olá" });
    expect((await control(simulator, "GET", `${person}/received`)).body).toMatchObject({ lastReceived: "Olá" });
    await control(simulator, "PUT", "/webhooks/switches", { signature: "bad" });
    expect(simulator.webhooks.switches.signature).toBe("bad");
    await control(simulator, "POST", "/faults", { operation: "messages", code: 613, times: 2 });
    expect((await send({ text: "x" })).body.error?.code).toBe(613);
    await control(simulator, "POST", "/users/Dana%20Demo/kill-tokens", { cause: "password_changed" });
    expect((await send({ text: "x" })).body.error?.code).toBe(613);
    expect((await send({ text: "x" })).body.error).toMatchObject({ code: 190, error_subcode: 460 });
    const injected = await control(simulator, "POST", "/webhooks/inject", { raw: "{", signature: "good" });
    expect(injected.body).toMatchObject({ attempt: { status: 200, body: "{" } });
  });

  it("lists and sends samples and odd bodies", async () => {
    const { simulator, desk } = await aLinkedPage();
    const { body } = await control(simulator, "GET", "/samples");
    expect(body.samples).toContainEqual(
      expect.objectContaining({ kind: "label", field: "inbox_labels", title: "Set" }),
    );
    expect(body.oddBodies).toContainEqual({ name: "deep-nesting", title: "Fifty thousand levels deep" });
    const person = { person: "ana-lima", page: HARBOR };
    const one = await control(simulator, "POST", "/samples/send", {
      kind: "message",
      title: "A quick reply",
      ...person,
    });
    expect(one.body).toMatchObject({ sent: [{ kind: "message", gap: null }] });
    const samples = [
      { kind: "read", ...person },
      { kind: "order", ...person },
    ];
    const two = await control(simulator, "POST", "/samples/send", { samples, merged: true });
    expect(two.body).toMatchObject({ sent: [{ gap: null }, { gap: "off_at_page_level" }] });
    expect(desk.items()).toMatchObject([{ message: { quick_reply: { payload: "COLOR_GREEN" } } }, { read: {} }]);
    const odd = await control(simulator, "POST", "/webhooks/inject", { odd: "truncated" });
    expect(odd.body).toMatchObject({ attempt: { status: 200 } });
    const mistakes = [
      { kind: "nope", ...person },
      { samples: [] },
      { samples: [1] },
      { kind: "read", times: 0, ...person },
    ];
    for (const mistake of mistakes) {
      expect((await control(simulator, "POST", "/samples/send", mistake)).status).toBe(400);
    }
  });

  it("takes texts as they are, whatever they look like", async () => {
    const { simulator, desk } = await aLinkedPage();
    const texts = ['"quoted"', '{"a":1}', "[1]", "42", "true"];
    for (const text of texts) await control(simulator, "POST", `/people/ana-lima/${HARBOR}/says`, { text });
    await simulator.settled();
    expect(desk.items().map(({ message }) => message?.text)).toEqual(texts);
  });

  it("breaks Pages, people and the app, and puts them right", async () => {
    const { simulator } = await aLinkedPage();
    const page = (action: string, body = {}) => control(simulator, "POST", `/pages/${HARBOR}/${action}`, body);
    const dana = (action: string, body = {}) => control(simulator, "POST", `/users/Dana%20Demo/${action}`, body);
    const shown = async () => (await control(simulator, "GET", "/pages")).body.pages;
    await page("switch-app-off");
    await page("set-fields", { fields: ["messages"] });
    await page("default-app", (await page("install-app")).body);
    await page("instagram", { id: "17841490000000009", username: "harbor.bikes" });
    expect(await shown()).toContainEqual(
      expect.objectContaining({
        id: HARBOR,
        isAppSwitchedOff: true,
        subscribedFields: ["messages"],
        defaultAppId: "990000000000001",
        otherApps: [{ id: "990000000000001", name: "Chat Helper" }],
        instagram: { id: "17841490000000009", username: "harbor.bikes" },
      }),
    );
    await page("remove-app");
    await page("switch-app-on");
    await page("instagram");
    expect(await shown()).toContainEqual(
      expect.objectContaining({ id: HARBOR, isAppSwitchedOff: false, defaultAppId: null, instagram: null }),
    );
    expect((await page("kill-tokens", { cause: "unconfirmed" })).body).toEqual({ killed: 1 });
    await dana("narrow-permission", { permission: "pages_messaging", pageIds: [HARBOR] });
    await dana("remove-permission", { permission: "email", status: "expired" });
    await dana("regain-role", { pageId: HARBOR, tasks: ["ANALYZE"], isUnlisted: true });
    const { narrowed, pages } = simulator.user("Dana Demo").user;
    expect(narrowed).toEqual(new Map([["pages_messaging", new Set([HARBOR])]]));
    expect(pages.get(HARBOR)).toEqual({ tasks: ["ANALYZE"], viaBusiness: false, isUnlisted: true });
    expect((await dana("regain-role", { pageId: HARBOR, tasks: ["SLEEP"] })).status).toBe(400);
    expect((await dana("page-token", { pageId: HARBOR })).body.accessToken).toMatch(/^EAAM/);
    expect((await dana("call-back", { kind: "forged" })).body.error).toContain("No deauthorize address");
    const robot = await control(simulator, "POST", "/system-users", { name: "Robot", pageIds: [HARBOR] });
    expect(robot.body).toMatchObject({ user: { name: "Robot" }, accessToken: expect.stringMatching(/^EAAM/) });
    await control(simulator, "PUT", "/app/level", { fields: ["messages"], isActive: false });
    await control(simulator, "PUT", "/people/ana-lima/app-role", { appRole: "tester" });
    expect((await control(simulator, "GET", "/state")).body).toMatchObject({
      app: { subscriptions: [{ fields: ["messages"], isActive: false }] },
      people: expect.arrayContaining([expect.objectContaining({ key: "ana-lima", appRole: "tester" })]),
    });
  });

  it("adds people of any name, with a picture", async () => {
    const simulator = await aSimulator();
    await control(simulator, "POST", "/people", { name: "박 지훈", appRole: "tester" });
    const { body } = await control(simulator, "GET", "/people");
    const people = body.people as Array<{ name: string; pictureUrl: string }>;
    const url = people.find(({ name }) => name === "박 지훈")?.pictureUrl ?? "";
    expect((await fetch(url)).headers.get("content-type")).toBe("image/png");
    expect((await fetch(url.replace(".png", ".svg"))).headers.get("content-type")).toBe("image/svg+xml");
    expect((await fetch(`${simulator.url}/_simulator/avatars/%zz.wrong`)).status).toBe(404);
    expect((await fetch(`${simulator.url}/v26.0/%ff/messages`)).status).toBe(400);
  });

  it("says what is wrong with a call", async () => {
    const simulator = await aSimulator();
    expect(await control(simulator, "POST", "/people/Nobody/Nowhere/says", { text: "x" })).toMatchObject({
      status: 400,
    });
    expect((await control(simulator, "POST", `/people/ana-lima/${HARBOR}/says`, {})).body).toEqual({
      error: '"text" is missing.',
    });
    expect((await control(simulator, "PUT", "/webhooks/switches", { signature: "odd" })).body.error).toContain(
      "must be one of",
    );
    expect((await control(simulator, "GET", "/nope")).status).toBe(404);
  });

  it("is not for pages of other sites", async () => {
    const simulator = await aSimulator();
    expect((await control(simulator, "POST", "/reset", {}, { origin: "https://evil.example.test" })).status).toBe(403);
    expect((await control(simulator, "POST", "/reset", {}, { origin: simulator.url })).status).toBe(200);
  });
});
