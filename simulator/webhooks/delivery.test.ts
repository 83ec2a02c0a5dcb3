import { describe, expect, it } from "vitest";
import { aDesk, VERIFY_TOKEN } from "../test-support/a-desk";
import { aLinkedPage, appToken, aSimulator, CASA, callGraph, HARBOR } from "../test-support/a-linked-page";

const MINUTE_MS = 60_000;

describe("subscriptions", () => {
  it("makes the handshake during the call and tells why it failed", async () => {
    const [simulator, desk] = await Promise.all([aSimulator(), aDesk()]);
    const subscribe = (more: Record<string, string>) =>
      callGraph(simulator, appToken(simulator), `${simulator.settings.appId}/subscriptions`, {
        object: "page",
        callback_url: desk.url,
        verify_token: VERIFY_TOKEN,
        fields: "messages",
        ...more,
      });
    expect((await subscribe({ verify_token: "wrong" })).body.error).toMatchObject({
      code: 2200,
      message:
        "(#2200) Callback verification failed with the following errors: HTTP Status Code = 403; HTTP Message = Forbidden",
    });
    expect((await subscribe({ callback_url: "http://127.0.0.1:1/" })).body.error?.message).toContain(
      "Failed to connect",
    );
    expect((await subscribe({ fields: "mesages" })).body.error).toMatchObject({ code: 100 });
    expect((await subscribe({ object: "pages" })).body.error).toMatchObject({ code: 100 });
    await subscribe({});
    await subscribe({ fields: "message_reads" });
    const { body } = await callGraph(simulator, appToken(simulator), `${simulator.settings.appId}/subscriptions`);
    expect(body.data).toMatchObject([
      {
        object: "page",
        callback_url: desk.url,
        active: true,
        fields: [{ name: "messages" }, { name: "message_reads" }],
      },
    ]);
  });

  it("is for the app itself only", async () => {
    const { simulator, token } = await aLinkedPage();
    const { body } = await callGraph(simulator, token, `${simulator.settings.appId}/subscriptions`);
    expect(body.error?.code).toBe(15);
  });

  it("replaces the list of a Page, names the wrong field, and one line for each missing permission", async () => {
    const { simulator, token, dana } = await aLinkedPage();
    const path = `${HARBOR}/subscribed_apps`;
    const post = (fields?: string) => callGraph(simulator, token, path, { subscribed_fields: fields });
    await post("messages,feed");
    expect((await callGraph(simulator, token, path)).body.data).toMatchObject([
      { subscribed_fields: ["messages", "feed"] },
    ]);
    expect((await post("messages,nope")).body.error?.message).toMatch(
      /^\(#100\) Param subscribed_fields\[1\] must be one of \{/,
    );
    expect((await post()).body.error?.message).toBe("(#100) The parameter subscribed_fields is required.");
    dana.removesPermission("pages_messaging");
    expect((await post("messages,message_reads,feed")).body.error).toMatchObject({
      code: 200,
      message:
        "(#200) To subscribe to the messages field, one of these permissions is needed: pages_messaging. \nTo subscribe to the message_reads field, one of these permissions is needed: pages_messaging.",
    });
    await callGraph(simulator, token, path, undefined, "DELETE");
    expect((await callGraph(simulator, token, path)).body.data).toEqual([]);
  });

  it("needs a token of that very Page", async () => {
    const { simulator, token, userToken } = await aLinkedPage();
    expect((await callGraph(simulator, userToken.value, `${HARBOR}/subscribed_apps`)).body.error?.code).toBe(210);
    expect((await callGraph(simulator, token, `${CASA}/subscribed_apps`)).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
    });
  });

  it("sends only what both levels ask for, and says what it kept back", async () => {
    const { simulator, desk, ana } = await aLinkedPage();
    ana.says("Hi");
    ana.edits("Hello");
    simulator.person("Lucía Ortega", CASA).says("¿Hola?");
    await simulator.settled();
    expect(desk.items()).toHaveLength(1);
    expect(simulator.remarks().map(({ code }) => code)).toEqual(
      expect.arrayContaining(["off_at_page_level", "page_not_subscribed"]),
    );
  });
});

describe("delivery", () => {
  it("keeps the order within a Page", async () => {
    const { simulator, desk, ana } = await aLinkedPage();
    const texts = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    for (const text of texts) ana.says(text);
    await simulator.settled();
    expect(desk.items().map(({ message }) => message?.text)).toEqual(texts);
  });

  it("repeats a failed notification with the same bytes until 200", async () => {
    const { simulator, desk, ana } = await aLinkedPage();
    desk.status = 503;
    ana.says("Hi");
    await simulator.settled();
    expect(simulator.attempts().map(({ attempt, status }) => [attempt, status])).toEqual(
      [1, 2, 3, 4].map((n) => [n, 503]),
    );
    desk.status = 200;
    await simulator.advance(MINUTE_MS);
    expect(simulator.attempts().at(-1)).toMatchObject({ attempt: 5, outcome: "ok" });
    expect(new Set(desk.received.map(({ body }) => body)).size).toBe(1);
  });

  it("takes only 200 for success, and only in time", async () => {
    const { simulator, desk, ana } = await aLinkedPage({ webhookTimeoutMs: 50, immediateRetriesMs: [] });
    desk.status = 204;
    ana.says("one");
    await simulator.settled();
    desk.status = null;
    ana.says("two");
    await simulator.settled();
    expect(simulator.attempts()).toMatchObject([
      { outcome: "failed", status: 204 },
      { outcome: "failed", status: null, error: "curl_errno = 28; curl_error = Operation timed out" },
    ]);
  });

  it("lets later notifications overtake a failing one", async () => {
    const { simulator, desk, ana } = await aLinkedPage({ immediateRetriesMs: [] });
    desk.status = 500;
    ana.says("first");
    await simulator.settled();
    desk.status = 200;
    desk.received.length = 0;
    simulator.person("Jon Whitaker", HARBOR).says("second");
    ana.says("third");
    await simulator.settled();
    expect(desk.items().map(({ message }) => message?.text)).toEqual(["second", "third"]);
  });

  it("raises an alert after 15 minutes and unsubscribes that Page alone after an hour", async () => {
    const { simulator, desk, token, ana, link } = await aLinkedPage({ immediateRetriesMs: [] });
    await link(CASA);
    desk.status = 500;
    ana.says("Hi");
    await simulator.settled();
    await simulator.advance(16 * MINUTE_MS);
    expect(
      simulator
        .remarks()
        .filter(({ level }) => level === "alert")
        .map(({ code }) => code),
    ).toEqual(["webhook_failing"]);
    await simulator.advance(45 * MINUTE_MS);
    expect(simulator.remarks().at(-1)).toMatchObject({ code: "webhooks_disabled", pageId: HARBOR });
    expect((await callGraph(simulator, token, `${HARBOR}/subscribed_apps`)).body.data).toEqual([]);
    expect(simulator.page(CASA).subscribedFields()).not.toBeNull();
    const attempts = simulator.attempts().length;
    desk.status = 200;
    await simulator.advance(60 * MINUTE_MS);
    expect(simulator.attempts()).toHaveLength(attempts);
    await link(HARBOR);
    ana.says("Again");
    await simulator.settled();
    expect(desk.items().at(-1)?.message?.text).toBe("Again");
  });

  it("sends twice, backwards, or several Pages in one notification when told to", async () => {
    const { simulator, desk, ana, link } = await aLinkedPage();
    await link(CASA);
    const lucia = simulator.person("Lucía Ortega", CASA);
    simulator.webhooks.set({ duplicate: true });
    ana.says("twice");
    await simulator.settled();
    expect(desk.received[0]?.body).toBe(desk.received[1]?.body);
    simulator.webhooks.set({ duplicate: false });

    desk.received.length = 0;
    simulator.webhooks.hold();
    ana.says("1");
    ana.says("2");
    lucia.says("3");
    await simulator.settled();
    expect(desk.received).toHaveLength(0);
    await simulator.webhooks.release({ order: "reverse", merged: true });
    expect(desk.received).toHaveLength(1);
    expect(desk.items().map(({ message }) => message?.text)).toEqual(["3", "2", "1"]);

    await simulator.webhooks.repeat();
    expect(desk.received[1]).toEqual(desk.received[0]);
  });

  it("gathers what happens within a second, backwards or as one, while a switch is on", async () => {
    const { simulator, desk, ana } = await aLinkedPage();
    const texts = () => desk.items().map(({ message }) => message?.text);
    simulator.webhooks.set({ reorder: true });
    for (const text of ["1", "2", "3"]) ana.says(text);
    await simulator.advance(0);
    expect(texts()).toEqual(["3", "2", "1"]);
    simulator.webhooks.set({ reorder: false, batch: true });
    desk.received.length = 0;
    for (const text of ["4", "5"]) ana.says(text);
    expect(desk.received).toHaveLength(0);
    await simulator.advance(1_000);
    expect(texts()).toEqual(["4", "5"]);
    expect(desk.received).toHaveLength(1);
  });

  it("escapes and signs as the switches say", async () => {
    const { simulator, desk, ana } = await aLinkedPage();
    simulator.webhooks.set({ extendedEscaping: true, signature: "sha1-only" });
    ana.says("<b>50% @home</b> äö");
    await simulator.settled();
    expect(desk.received[0]?.body).toContain(String.raw`\u003Cb>50\u0025 \u0040home\u003C\/b> \u00e4\u00f6`);
    expect(desk.received[0]?.headers).not.toHaveProperty("x-hub-signature-256");
    expect(desk.items()[0]?.message?.text).toBe("<b>50% @home</b> äö");
  });

  it("sends anything at all, signed or not", async () => {
    const { simulator, desk } = await aLinkedPage();
    const { inject } = simulator.webhooks;
    await inject({ raw: "not json", signature: "missing" });
    await inject({ body: { object: "page", entry: [{ messaging: [{ message: "TEST_MESSAGE" }] }] } });
    await inject({ item: { sender: { id: "1" } }, object: "user", signature: "sha1-only" });
    await inject({ oversizedBytes: 100_000, signature: "bad" });
    const [text, odd, foreign, big] = desk.received;
    expect(text?.body).toBe("not json");
    expect(text?.headers["x-hub-signature-256"]).toBeUndefined();
    expect(odd?.body).toBe('{"object":"page","entry":[{"messaging":[{"message":"TEST_MESSAGE"}]}]}');
    expect(foreign?.body).toContain('"object":"user"');
    expect(foreign?.headers).toHaveProperty("x-hub-signature");
    expect(big?.body.length).toBeGreaterThan(100_000);
    expect(odd?.headers).toMatchObject({ "user-agent": "facebookexternalua", "content-type": "application/json" });
  });

  it("sends nothing of strangers while the app is in development", async () => {
    const { simulator, desk, ana, send } = await aLinkedPage();
    ana.says("before");
    await simulator.settled();
    simulator.app.setMode("development");
    ana.says("Hi");
    await simulator.settled();
    expect(desk.received).toHaveLength(1);
    expect((await send({ text: "x" })).body.error).toMatchObject({ code: 200, error_subcode: 2018028 });
  });
});
