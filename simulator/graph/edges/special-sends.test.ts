import { describe, expect, it } from "vitest";
import { PAGE_PERMISSIONS } from "../../people/user-handle";
import { aLinkedPage, CASA, callGraph, HARBOR } from "../../test-support/a-linked-page";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ASKS = {
  attachment: {
    type: "template",
    payload: { template_type: "one_time_notif_req", title: "Tell me when it is back", payload: "RESTOCK_42" },
  },
};

/** Ana has written, and Dana let the app send utility messages. */
async function aConversation() {
  const linked = await aLinkedPage();
  const { simulator, dana, ana } = linked;
  const permissions = [...PAGE_PERMISSIONS, "page_utility_messaging"];
  const token = dana.pageToken(dana.grants({ permissions }), HARBOR).value;
  ana.says("Oi");
  await simulator.settled();
  linked.desk.received.length = 0;
  const post = (edge: string, body: Record<string, unknown>, method?: string) =>
    callGraph(simulator, token, `${HARBOR}/${edge}`, body, method);
  return { ...linked, token, post };
}

describe("one-time notifications", () => {
  it("grant one message each, also long after the window, and open none", async () => {
    const { simulator, desk, ana, send, post, link } = await aConversation();
    await link(HARBOR, ["messages", "messaging_optins"]);
    await send(ASKS);
    const token = ana.agreesToNotification();
    await simulator.settled();
    expect(desk.items()).toContainEqual(
      expect.objectContaining({
        optin: { type: "one_time_notif_req", payload: "RESTOCK_42", one_time_notif_token: token },
      }),
    );
    expect(() => ana.agreesToNotification()).toThrow("already");
    await simulator.advance(30 * DAY_MS);
    const use = () =>
      post("messages", { recipient: { one_time_notif_token: token }, message: { text: "The blue bike is back." } });
    expect((await send({ text: "x" })).body.error?.error_subcode).toBe(2018278);
    expect((await use()).body).toMatchObject({ recipient_id: ana.psid, message_id: expect.any(String) });
    expect(ana.lastReceived()).toBe("The blue bike is back.");
    expect((await use()).body.error).toMatchObject({ code: 100, message: expect.stringContaining("already") });
    expect((await send({ text: "x" })).body.error?.error_subcode).toBe(2018278);
  });

  it("are used once even when two sends come at the same moment", async () => {
    const { ana, send, post } = await aConversation();
    await send(ASKS);
    const recipient = { one_time_notif_token: ana.agreesToNotification() };
    const answers = await Promise.all(
      [1, 2].map((number) => post("messages", { recipient, message: { text: `${number}` } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it("end after a year, belong to one Page, and need that Page's permission", async () => {
    const { simulator, ana, send, post, link } = await aConversation();
    await send(ASKS);
    const recipient = { one_time_notif_token: ana.agreesToNotification() };
    const casa = await link(CASA);
    const elsewhere = await callGraph(simulator, casa, `${CASA}/messages`, { recipient, message: { text: "x" } });
    expect(elsewhere.body.error?.code).toBe(100);
    simulator.page(HARBOR).allowOneTime(false);
    expect((await send(ASKS)).body.error).toMatchObject({ code: 10 });
    await simulator.advance(365 * DAY_MS);
    expect((await post("messages", { recipient, message: { text: "x" } })).body.error?.message).toContain("expired");
  });

  it("ask with a title of 65 characters at most", async () => {
    const { send } = await aConversation();
    const { payload } = ASKS.attachment;
    const tooLong = { attachment: { type: "template", payload: { ...payload, title: "x".repeat(66) } } };
    expect((await send(tooLong)).body.error?.message).toContain("65");
  });
});

const TEMPLATE = {
  name: "repair_ready",
  language: "en",
  category: "UTILITY",
  components: [
    { type: "HEADER", format: "TEXT", text: "Repair" },
    { type: "BODY", text: "Your bike {{1}} is ready, {{2}}!", example: { body_text: [["R-1", "Ana"]] } },
    { type: "BUTTONS", buttons: [{ type: "POSTBACK", text: "Thanks", payload: "THANKS" }] },
  ],
};
const fill = (...texts: string[]) => ({
  messaging_type: "UTILITY",
  message: {
    template: {
      name: "repair_ready",
      language: { code: "en" },
      components: [{ type: "body", parameters: texts.map((text) => ({ type: "text", text })) }],
    },
    metadata: "k-1",
  },
});

describe("utility messages", () => {
  it("go out at any time, once their template is approved, with as many parameters as blanks", async () => {
    const { simulator, ana, post, token } = await aConversation();
    simulator.page(HARBOR).setTemplateReview("PENDING");
    expect((await post("message_templates", TEMPLATE)).body).toMatchObject({ status: "PENDING", category: "UTILITY" });
    await simulator.advance(2 * DAY_MS);
    const send = (...texts: string[]) => post("messages", { recipient: { id: ana.psid }, ...fill(...texts) });
    expect((await send("R-4711", "Ana")).body.error?.code).toBe(10);
    simulator.page(HARBOR).reviewTemplate("repair_ready", "APPROVED");
    await simulator.settled();
    expect((await send("R-4711")).body.error?.message).toContain("expected number (2)");
    expect((await send("R-4711", "Ana")).status).toBe(200);
    expect(ana.received().at(-1)).toMatchObject({
      metadata: "k-1",
      attachments: [{ payload: { template_type: "button", text: "Repair\n\nYour bike R-4711 is ready, Ana!" } }],
    });
    const { body } = await callGraph(simulator, token, `${HARBOR}/message_templates?status=APPROVED`);
    expect(body.data).toMatchObject([{ name: "repair_ready", language: "en", status: "APPROVED" }]);
  });

  it("tell the app how a review ended, where it asked for that", async () => {
    const { simulator, desk, post, token } = await aConversation();
    const fields = "messages,message_template_status_update";
    await callGraph(simulator, token, `${HARBOR}/subscribed_apps`, { subscribed_fields: fields });
    await post("message_templates", TEMPLATE);
    simulator.page(HARBOR).reviewTemplate("repair_ready", "REJECTED", "TAG_SHOULD_BE_MARKETING");
    await simulator.settled();
    expect(JSON.parse(desk.received.at(-1)?.body ?? "")).toMatchObject({
      entry: [
        {
          changes: [
            {
              field: "message_template_status_update",
              value: { event: "REJECTED", message_template_name: "repair_ready", reason: "TAG_SHOULD_BE_MARKETING" },
            },
          ],
        },
      ],
    });
  });

  it("are refused without the permission, the template, or the right kind of message", async () => {
    const { simulator, token, ana, post, dana } = await aConversation();
    const recipient = { id: ana.psid };
    expect((await post("messages", { recipient, ...fill("a", "b") })).body.error?.message).toContain("does not exist");
    const { message } = fill("a", "b");
    expect((await post("messages", { recipient, messaging_type: "RESPONSE", message })).body.error?.code).toBe(100);
    const bare = { recipient, messaging_type: "UTILITY", message: { text: "x" } };
    expect((await post("messages", bare)).body.error?.code).toBe(100);
    dana.removesPermission("page_utility_messaging");
    expect((await post("messages", { recipient, ...fill("a", "b") })).body.error).toMatchObject({ code: 200 });
    expect((await callGraph(simulator, token, `${HARBOR}/message_templates`)).body.error).toMatchObject({ code: 200 });
  });

  it("have templates that are checked, rejected, listed once and deleted", async () => {
    const { post } = await aConversation();
    const refusal = async (change: Record<string, unknown>) =>
      (await post("message_templates", { ...TEMPLATE, ...change })).body.error?.code;
    expect(await refusal({ name: "Not Allowed" })).toBe(100);
    expect(await refusal({ category: "MARKETING" })).toBe(100);
    expect(await refusal({ components: [] })).toBe(100);
    const ends = { name: "ends", components: [{ type: "BODY", text: "Your code is {{1}}" }] };
    expect((await post("message_templates", { ...TEMPLATE, ...ends })).body.status).toBe("REJECTED");
    await post("message_templates", TEMPLATE);
    expect(await refusal({})).toBe(100);
    expect((await post("message_templates?name=repair_ready", {}, "DELETE")).body).toEqual({ success: true });
    expect((await post("message_templates?name=repair_ready", {}, "DELETE")).body.error?.code).toBe(100);
  });
});

describe("the window and its limits", () => {
  it("stays open for seven days after a message that came through an ad", async () => {
    const { simulator, ana, send } = await aConversation();
    ana.followsLink("ad-7", "ADS");
    await simulator.advance(25 * HOUR_MS);
    expect((await send({ text: "an ad alone opens nothing" })).body.error?.error_subcode).toBe(2018278);
    ana.says("From your ad", { referral: { source: "ADS", type: "OPEN_THREAD", ad_id: "63" } });
    await simulator.advance(6 * DAY_MS);
    expect((await send({ text: "still" })).status).toBe(200);
    await simulator.advance(DAY_MS + 1);
    expect((await send({ text: "over" })).body.error?.error_subcode).toBe(2018278);
  });

  it("quotes only while the person wrote within a day", async () => {
    const { simulator, ana, send } = await aConversation();
    const { mid } = ana.says("Which one?");
    expect((await send({ text: "This one" }, { reply_to: { mid } })).status).toBe(200);
    await simulator.advance(25 * HOUR_MS);
    const human = { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT", reply_to: { mid } };
    expect((await send({ text: "This one" }, human)).body.error?.code).toBe(100);
  });

  it("takes 300 texts and 10 recordings a second", async () => {
    const { simulator, send } = await aConversation();
    simulator.set({ textPerSecond: 3, mediaPerSecond: 1, echo: "none" });
    const sound = { attachment: { type: "audio", payload: { url: `${simulator.url}/_simulator/media/a.wav` } } };
    const texts = await Promise.all([1, 2, 3, 4].map((number) => send({ text: `${number}` })));
    expect(texts.map(({ body }) => body.error?.code)).toEqual(expect.arrayContaining([undefined, 613]));
    expect(texts.filter(({ status }) => status === 200)).toHaveLength(3);
    expect((await send(sound)).status).toBe(200);
    expect((await send(sound)).body.error?.code).toBe(613);
    await simulator.advance(1_000);
    expect((await send(sound)).status).toBe(200);
  });

  it("is smaller on Instagram", async () => {
    const { simulator, desk, send } = await aConversation();
    await simulator.app.subscribe({ callbackUrl: desk.url, verifyToken: "verify-me", instagram: true });
    const ana = simulator.person("Ana Lima", HARBOR, "instagram");
    ana.says("oi");
    const say = async (message: Record<string, unknown>, more = {}) =>
      (await send(message, { psid: ana.psid, ...more })).body.error;
    expect(await say({ text: "é".repeat(500) })).toBeUndefined();
    expect(await say({ text: "é".repeat(501) })).toMatchObject({ code: 100, error_subcode: 2534015 });
    expect(await say({ text: "?", quick_replies: [{ content_type: "user_email" }] })).toMatchObject({ code: 100 });
    expect(await say(ASKS)).toMatchObject({ code: 100 });
    expect(await say({ text: "x" }, { messaging_type: "MESSAGE_TAG", tag: "CUSTOMER_FEEDBACK" })).toMatchObject({
      code: 100,
    });
    await simulator.advance(25 * HOUR_MS);
    expect(await say({ text: "x" })).toMatchObject({ code: 10, error_subcode: 2534022 });
  });
});

it("offers the person's own phone number and address as quick replies", async () => {
  const { simulator, desk, ana, send } = await aConversation();
  await send({ text: "How can we reach you?", quick_replies: [{ content_type: "user_email" }] });
  ana.taps("ana-lima@example.test");
  await simulator.settled();
  const said = { text: "ana-lima@example.test", quick_reply: { payload: "ana-lima@example.test" } };
  expect(desk.items()).toContainEqual(expect.objectContaining({ message: expect.objectContaining(said) }));
});

it("shows the Page's reaction and that it has seen everything; typing fades after 20 seconds", async () => {
  const { simulator, token, ana } = await aConversation();
  const act = (sender_action: string, payload?: Record<string, unknown>) =>
    callGraph(simulator, token, "me/messages", { recipient: { id: ana.psid }, sender_action, payload });
  const [message] = ana.thread.messages;
  await act("react", { message_id: message?.mid, reaction: "❤️" });
  expect(message?.reaction).toBe("❤️");
  await act("unreact", { message_id: message?.mid });
  expect(message?.reaction).toBeNull();
  await act("mark_seen");
  expect(ana.thread.seenAtMs).toBeGreaterThan(0);
  await act("typing_on");
  await simulator.advance(19_000);
  expect(ana.thread.senderAction?.name).toBe("typing_on");
  await simulator.advance(1_000);
  expect(ana.thread.senderAction).toBeNull();
});

it("keeps uploads for 90 days, for one Page and channel", async () => {
  const { simulator, token, ana, send } = await aConversation();
  const upload = async (type: string, contentType: string, more: Record<string, string> = {}, bytes = 100) => {
    const form = new FormData();
    form.set("message", JSON.stringify({ attachment: { type, payload: { is_reusable: true } } }));
    for (const [name, value] of Object.entries(more)) form.set(name, value);
    form.set("filedata", new File([new Uint8Array(bytes)], "a", { type: contentType }));
    const url = `${simulator.url}/v26.0/${HARBOR}/message_attachments`;
    const response = await fetch(url, { method: "POST", headers: { authorization: `Bearer ${token}` }, body: form });
    return (await response.json()) as { attachment_id?: string; error?: { error_subcode: number } };
  };
  const { attachment_id } = await upload("image", "image/png");
  const picture = { attachment: { type: "image", payload: { attachment_id } } };
  expect((await send(picture)).status).toBe(200);
  expect((await upload("image", "audio/mpeg")).error?.error_subcode).toBe(2018047);
  expect((await upload("image", "image/png", {}, 8 * 1024 * 1024 + 1)).error?.error_subcode).toBe(2018109);
  const instagram = await upload("image", "image/png", { platform: "instagram" });
  const elsewhere = { attachment: { type: "image", payload: { attachment_id: instagram.attachment_id } } };
  expect((await send(elsewhere)).body.error?.error_subcode).toBe(2018074);
  await simulator.advance(90 * DAY_MS);
  ana.says("Oi");
  expect((await send(picture)).body.error?.error_subcode).toBe(2018074);
});
