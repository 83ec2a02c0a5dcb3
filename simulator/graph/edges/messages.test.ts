import { describe, expect, it } from "vitest";
import { aLinkedPage, CASA, callGraph, HARBOR } from "../../test-support/a-linked-page";

const HOUR_MS = 3_600_000;

/** A linked Page to which Ana has written. */
async function aConversation(options: Parameters<typeof aLinkedPage>[0] = {}) {
  const linked = await aLinkedPage(options);
  linked.ana.says("Oi");
  await linked.simulator.settled();
  linked.desk.received.length = 0;
  return linked;
}

describe("refusals of the Send API", () => {
  it("refuses people who never wrote, ids of another Page and ids from login", async () => {
    const { send, simulator, dana } = await aConversation();
    const elsewhere = simulator.person("Ana Lima", CASA);
    elsewhere.says("Oi");
    const never = simulator.person("Jon Whitaker", HARBOR).psid;
    for (const psid of [never, elsewhere.psid, dana.user.id, "1"]) {
      expect((await send({ text: "Hi" }, { psid })).body.error).toMatchObject({ code: 100, error_subcode: 2018001 });
    }
  });

  it("holds the window: 24 hours, 7 days with HUMAN_AGENT, dead tags refused", async () => {
    const { send, simulator, ana } = await aConversation();
    const human = { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" };
    expect((await send({ text: "in time" })).status).toBe(200);
    await simulator.advance(25 * HOUR_MS);
    expect((await send({ text: "late" })).body.error).toMatchObject({ code: 10, error_subcode: 2018278 });
    expect((await send({ text: "by hand" }, human)).status).toBe(200);
    expect((await send({ text: "x" }, { messaging_type: "MESSAGE_TAG", tag: "ACCOUNT_UPDATE" })).body.error?.code).toBe(
      100,
    );
    ana.reads();
    expect((await send({ text: "a read opens nothing" })).body.error?.error_subcode).toBe(2018278);
    ana.reacts("love");
    expect((await send({ text: "a reaction does" })).status).toBe(200);
    await simulator.advance(8 * 24 * HOUR_MS);
    expect((await send({ text: "too late" }, human)).body.error).toMatchObject({ code: 10, error_subcode: 2018278 });
  });

  it("knows closed windows without touching the clock", async () => {
    const { send, simulator } = await aConversation();
    const jon = simulator.person("Jon Whitaker", HARBOR);
    jon.says("Last week", { atMs: simulator.nowMs() - 30 * HOUR_MS });
    expect((await send({ text: "Hi" }, { psid: jon.psid })).body.error?.error_subcode).toBe(2018278);
  });

  it("refuses restricted Pages, blocking people, foreign threads and rate-limited Pages", async () => {
    const { send, simulator, ana } = await aConversation();
    const page = simulator.page(HARBOR);
    const refusal = async () => (await send({ text: "Hi" })).body.error;
    page.restrict();
    expect(await refusal()).toMatchObject({ code: 10, error_subcode: 1893063 });
    page.unrestrict();
    ana.blocks();
    expect(await refusal()).toMatchObject({ code: 551, error_subcode: 1545041 });
    ana.unblocks();
    page.setThreadOwner(ana.psid, "990000000000001");
    expect(await refusal()).toMatchObject({ code: 10, error_subcode: 2018300 });
    page.setThreadOwner(ana.psid, null);
    page.rateLimit("messenger", HOUR_MS);
    const limited = await send({ text: "Hi" });
    expect(limited.body.error?.code).toBe(80006);
    const usage = JSON.parse(limited.headers.get("x-business-use-case-usage") ?? "{}");
    expect(usage[HARBOR][0]).toMatchObject({ type: "messenger", call_count: 100, estimated_time_to_regain_access: 60 });
    await simulator.advance(HOUR_MS + 1);
    expect(await refusal()).toBeUndefined();
  });

  it("holds every limit of a message", async () => {
    const { send } = await aConversation();
    const quickReply = { content_type: "text", title: "Yes", payload: "YES" };
    const message = async (content: Record<string, unknown>) => (await send(content)).body.error?.message;
    expect(await message({ text: "x".repeat(2001) })).toBe(
      "(#100) Length of param message[text] must be less than or equal to 2000",
    );
    expect(await message({ text: "x".repeat(2000) })).toBeUndefined();
    expect((await send({})).body.error).toMatchObject({ code: 100, error_subcode: 2018034 });
    expect(await message({ text: "x", metadata: "m".repeat(1001) })).toContain("message[metadata]");
    expect(await message({ text: "x", quick_replies: Array(14).fill(quickReply) })).toContain("quick_replies");
    expect(await message({ text: "x", quick_replies: [{ ...quickReply, payload: "p".repeat(1001) }] })).toContain(
      "payload",
    );
    expect((await send({ text: "x" }, { sender_action: "typing_on" })).body.error?.error_subcode).toBe(2018014);
    expect((await send({ text: "x" }, { messaging_type: "NOPE" })).body.error?.code).toBe(100);
  });

  it("checks templates and attachments", async () => {
    const { send, simulator } = await aConversation();
    const attach = (type: string, payload: Record<string, unknown>) => send({ attachment: { type, payload } });
    const buttons = [{ type: "postback", title: "x".repeat(21), payload: "P" }];
    expect((await attach("template", { template_type: "button", text: "?", buttons })).body.error?.message).toContain(
      "[title]",
    );
    const media = { template_type: "media", elements: [{ media_type: "image", url: "https://example.test/a.jpg" }] };
    expect((await attach("template", media)).body.error?.error_subcode).toBe(2018188);
    expect((await attach("image", { url: "https://nowhere.invalid/a.png" })).body.error?.error_subcode).toBe(2018008);
    expect((await attach("image", { url: `${simulator.url}/_simulator/media/a.wav` })).body.error?.error_subcode).toBe(
      2018047,
    );
    expect((await attach("image", { attachment_id: "1" })).body.error?.error_subcode).toBe(2018074);
    const kept = await attach("image", { url: `${simulator.url}/_simulator/media/a.png`, is_reusable: true });
    const id = kept.body.attachment_id;
    expect((await attach("image", { attachment_id: id })).body).toMatchObject({ attachment_id: id });
  });

  it("needs pages_messaging, the MESSAGING task and the right Page", async () => {
    const { simulator, dana, token, userToken, ana } = await aConversation();
    const body = { recipient: { id: ana.psid }, message: { text: "Hi" } };
    const refusal = async (given: string, page = HARBOR) =>
      (await callGraph(simulator, given, `${page}/messages`, body)).body.error;
    expect(await refusal(userToken.value)).toMatchObject({ code: 210 });
    expect(await refusal(token, CASA)).toMatchObject({ code: 100, error_subcode: 33 });
    const tara = simulator.user("Tara Tasks");
    const limited = tara.pageToken(tara.grants(), "200000000000003").value;
    expect(await refusal(limited, "200000000000003")).toMatchObject({ code: 200 });
    dana.removesPermission("pages_messaging");
    expect(await refusal(token)).toMatchObject({ code: 230 });
  });
});

describe("what follows a send", () => {
  it("can bring the echo before the answer, late, or never", async () => {
    const { simulator, desk, send } = await aConversation();
    const echoes = () => desk.items().filter(({ message }) => message?.is_echo);
    simulator.set({ echo: "before" });
    await send({ text: "one" });
    expect(echoes()).toHaveLength(1);
    await simulator.settled();
    simulator.set({ echo: "delayed" });
    await send({ text: "two" });
    await simulator.settled();
    expect(desk.items().at(-1)).toHaveProperty("delivery");
    await simulator.advance(6_000);
    expect(echoes()).toHaveLength(2);
    simulator.set({ echo: "none" });
    await send({ text: "three" });
    await simulator.settled();
    expect(echoes()).toHaveLength(2);
    expect(simulator.sentTo(simulator.person("Ana Lima", HARBOR).psid)).toHaveLength(3);
  });

  it("lets people read by themselves", async () => {
    const { simulator, desk, send } = await aConversation({ autoReadMs: 5 });
    await send({ text: "Hi" });
    await simulator.settled();
    expect(Object.keys(desk.items().at(-1) ?? {})).toContain("read");
  });

  it("carries quick replies, reactions and postbacks back", async () => {
    const { simulator, desk, send, ana } = await aConversation();
    const { body } = await send({
      text: "Colour?",
      quick_replies: [{ content_type: "text", title: "Green", payload: "G" }],
    });
    ana.taps("Green");
    ana.reacts("love");
    ana.reacts(null);
    ana.postback("Talk to an agent", "CARE_HELP");
    await simulator.settled();
    const own = desk.items().filter(({ sender, delivery }) => sender?.id === ana.psid && delivery === undefined);
    expect(own).toMatchObject([
      { message: { text: "Green", quick_reply: { payload: "G" } } },
      { reaction: { action: "react", reaction: "love", emoji: "❤️", mid: body.message_id } },
      { reaction: { action: "unreact", mid: body.message_id } },
      { postback: { title: "Talk to an agent", payload: "CARE_HELP", mid: expect.any(String) } },
    ]);
  });

  it("answers sender actions without a message id", async () => {
    const { simulator, token, ana } = await aConversation();
    const body = { recipient: { id: ana.psid }, sender_action: "typing_on" };
    expect((await callGraph(simulator, token, "me/messages", body)).body).toEqual({ recipient_id: ana.psid });
    expect(ana.thread.senderAction?.name).toBe("typing_on");
  });

  it("tells echoes of the Page inbox and of other apps apart, and moves a foreign thread to standby", async () => {
    const { simulator, desk, ana } = await aConversation();
    const page = simulator.page(HARBOR);
    page.inboxAnswers(ana.psid, "from the inbox");
    page.otherAppAnswers(ana.psid, "from a bot");
    await simulator.settled();
    expect(
      desk
        .items()
        .filter(({ message }) => message?.is_echo)
        .map(({ message }) => message?.app_id),
    ).toEqual([263902037430900, 990000000000001]);
    page.setThreadOwner(ana.psid, "990000000000001");
    ana.postback("Buy", "SECRET");
    await simulator.settled();
    expect(desk.received.at(-1)?.body).toContain('"standby"');
    expect(desk.items().at(-1)?.postback).not.toHaveProperty("payload");
    expect(desk.items().at(-2)).toMatchObject({ take_thread_control: { new_owner_app_id: "990000000000001" } });
  });
});

describe("faults of the Graph API", () => {
  it("fails the next call only, as told", async () => {
    const { simulator, send } = await aConversation();
    simulator.faults.failNext({ operation: "messages", code: 2, isTransient: true });
    expect(await send({ text: "x" })).toMatchObject({ status: 500, body: { error: { code: 2, is_transient: true } } });
    expect((await send({ text: "y" })).status).toBe(200);
  });

  it("answers HTML, hangs up, or stays silent", async () => {
    const { simulator, token, send } = await aConversation();
    simulator.faults.failNext({ path: "/me", html: true, status: 503 });
    const outage = await fetch(`${simulator.url}/v26.0/me`, { headers: { authorization: `Bearer ${token}` } });
    expect([outage.status, outage.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
    simulator.faults.failNext({ reset: true });
    await expect(send({ text: "x" })).rejects.toThrow();
    simulator.faults.failNext({ hang: true });
    const silent = fetch(`${simulator.url}/v26.0/me`, { signal: AbortSignal.timeout(60) });
    await expect(silent).rejects.toThrow();
  });

  it("can spoil only the answer: the message has gone out all the same", async () => {
    const { simulator, desk, send, ana } = await aConversation();
    simulator.faults.failNext({ operation: "messages", reset: true, afterProcessing: true });
    await expect(send({ text: "gone out", metadata: "d-1" })).rejects.toThrow();
    await simulator.settled();
    expect(ana.lastReceived()).toBe("gone out");
    expect(desk.items()[0]).toMatchObject({ message: { is_echo: true, metadata: "d-1" } });
  });

  it("keeps a record of every call, nothing hidden", async () => {
    const { simulator, token, send } = await aConversation();
    await send({ text: "x" });
    await fetch(`${simulator.url}/v26.0/me?access_token=${token}`);
    expect(simulator.graphCalls("messages").at(-1)).toMatchObject({ method: "POST", query: "", status: 200 });
    expect(simulator.graphCalls("me").at(-1)?.query).toContain(token);
  });
});

describe("people", () => {
  it("shows a profile once the person wrote, to that Page only", async () => {
    const { simulator, token, ana } = await aConversation();
    const { body } = await callGraph(simulator, token, `${ana.psid}?fields=first_name,last_name,name,profile_pic`);
    expect(body).toEqual({
      first_name: "Ana",
      last_name: "Lima",
      name: "Ana Lima",
      profile_pic: expect.stringContaining(".png"),
      id: ana.psid,
    });
    const picture = await fetch(String(body.profile_pic));
    expect(picture.headers.get("content-type")).toBe("image/png");
    const jon = simulator.person("Jon Whitaker", HARBOR).psid;
    expect((await callGraph(simulator, token, jon)).body).toEqual({});
    const elsewhere = simulator.person("Ana Lima", CASA).psid;
    expect((await callGraph(simulator, token, elsewhere)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it("writes on Instagram with its own object, ids and receipts", async () => {
    const { simulator, desk, send } = await aConversation();
    await simulator.app.subscribe({ callbackUrl: desk.url, verifyToken: "verify-me", instagram: true });
    const ana = simulator.person("Ana Lima", HARBOR, "instagram");
    ana.says("oi");
    await simulator.settled();
    await send({ text: "olá" }, { psid: ana.psid });
    await simulator.settled();
    ana.reads();
    ana.unsends();
    await simulator.settled();
    expect(desk.received[0]?.body).toContain('"object":"instagram"');
    expect(desk.items()).toMatchObject([
      { recipient: { id: "17841490000000001" }, message: { text: "oi" } },
      { sender: { id: "17841490000000001" }, message: { is_echo: true, text: "olá" } },
      { read: { mid: expect.any(String) } },
      { message: { is_deleted: true } },
    ]);
  });

  it("let themselves be played in many languages", async () => {
    const { simulator, desk } = await aLinkedPage();
    const lines = simulator.play();
    await simulator.settled();
    expect(desk.items()).toHaveLength(lines);
    expect(desk.received.every(({ body }) => /^[\x20-\x7e]*$/.test(body))).toBe(true);
  });

  it("write by themselves when a Page is first subscribed, if wanted", async () => {
    const { simulator, desk, link } = await aLinkedPage({ playOnSubscribe: true });
    await simulator.settled();
    expect(desk.items()).toHaveLength(5);
    await link(HARBOR);
    await simulator.settled();
    expect(desk.items()).toHaveLength(5);
  });
});
