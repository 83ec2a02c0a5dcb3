import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeliveryErrorList } from "@/lib/api/schemas/delivery-errors";
import type { ConversationList, Message, MessageList } from "@/lib/api/schemas/inbox";
import { eventually } from "../support/eventually";
import { startOwnedDesk } from "../support/owned-desk";
import { SseClient } from "../support/sse-client";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk();
});
afterAll(() => owned?.end());

/** Somebody who has just written to Harbor Bikes, and their conversation at the desk. */
async function aConversation(name: string, page = "Harbor Bikes") {
  const { sim, client } = owned;
  const { key } = sim.addPerson({ name });
  const person = sim.person(key, page);
  person.says("Hello?");
  await sim.settled();
  const id = await eventually(async () => {
    const { body } = await client.get<ConversationList>("/api/conversations?limit=200");
    const found = body.conversations.find(({ psid }) => psid === person.psid);
    if (!found) throw new Error("not there yet");
    return found.id;
  });
  const path = `/api/conversations/${id}/messages`;
  return {
    person,
    path,
    sent: () => sim.sentTo(person.psid).map(({ text }) => text),
    say: async (clientId: string, text = "Hi") =>
      (await client.post<{ message: Message }>(path, { clientId, text })).body.message,
    ours: async () =>
      (await client.get<MessageList>(path)).body.messages.filter(({ direction }) => direction === "out").reverse(),
  };
}

test.each(["before", "after", "delayed", "none"] as const)(
  "with echoes %s the answer there is one bubble",
  async (echo) => {
    const { sim } = owned;
    sim.set({ echo, echoDelayMs: 50 });
    const conversation = await aConversation(`Echo ${echo}`);
    await conversation.say("c1");
    await eventually(async () =>
      expect((await conversation.ours()).map(({ status }) => status)).toEqual(["delivered"]),
    );
    await sim.settled();
    expect(await conversation.ours()).toMatchObject([{ author: "desk", clientId: "c1" }]);
    expect(conversation.sent()).toEqual(["Hi"]);
    sim.set({ echo: "after" });
  },
);

test("replies of one conversation go out in the order they were written", async () => {
  const conversation = await aConversation("Ordered");
  const texts = Array.from({ length: 12 }, (_, n) => `line ${n}`);
  for (const text of texts) await conversation.say(text, text);
  await eventually(async () => expect(conversation.sent()).toEqual(texts));
});

test("a refusal keeps the text, says why, and goes out when a person tries again", async () => {
  const { sim, client } = owned;
  const conversation = await aConversation("Refused");
  sim.faults.failNext({ operation: "messages", code: 10, subcode: 2018300, message: "(#10) Another app" });
  await conversation.say("c1", "Keep me");
  const [failed] = await eventually(async () => {
    const ours = await conversation.ours();
    expect(ours).toMatchObject([
      { status: "failed", text: "Keep me", error: { code: 10, subcode: 2018300, retryable: true } },
    ]);
    return ours;
  });
  expect(failed?.error?.title).toContain("Another app");
  expect(failed?.error?.fbtraceId).toBeTruthy();
  const errors = await client.get<DeliveryErrorList>("/api/delivery-errors?status=open");
  expect(errors.body.errors).toMatchObject([
    { id: failed?.error?.deliveryErrorId, operation: "send_message", messageId: failed?.id },
  ]);

  const retry = () => client.post(`/api/delivery-errors/${failed?.error?.deliveryErrorId}/retry`);
  expect(await retry()).toMatchObject({ status: 202, body: { message: { id: failed?.id, error: null } } });
  await eventually(async () => expect(await conversation.ours()).toMatchObject([{ status: "delivered", error: null }]));
  expect(await retry()).toMatchObject({ status: 409, body: { code: "retry_impossible" } });
  expect(conversation.sent()).toEqual(["Keep me"]);
  expect((await client.get<DeliveryErrorList>("/api/delivery-errors?status=open")).body.errors).toEqual([]);
});

test("outside the window trying again cannot help, and is refused with the reason", async () => {
  const conversation = await aConversation("Too late");
  owned.sim.faults.failNext({ operation: "messages", code: 10, subcode: 2018278 });
  await conversation.say("c1");
  const [failed] = await eventually(async () => {
    const ours = await conversation.ours();
    expect(ours).toMatchObject([{ status: "failed", error: { retryable: false } }]);
    return ours;
  });
  const retry = await owned.client.post(`/api/delivery-errors/${failed?.error?.deliveryErrorId}/retry`);
  expect(retry).toMatchObject({ status: 409, body: { detail: expect.stringContaining("24 hours") } });
});

test("a connection that breaks while sending leaves the message unconfirmed, and nothing sends it again", async () => {
  const { sim } = owned;
  const conversation = await aConversation("Broken off");
  sim.faults.failNext({ operation: "messages", reset: true });
  await conversation.say("c1");
  await eventually(async () => expect(await conversation.ours()).toMatchObject([{ status: "unconfirmed" }]));
  await sim.settled();
  expect(conversation.sent()).toEqual([]);
});

test("the echo settles a message whose answer never came", async () => {
  const { sim } = owned;
  const conversation = await aConversation("Settled");
  sim.faults.failNext({ operation: "messages", reset: true, afterProcessing: true });
  await conversation.say("c1");
  await eventually(async () => expect(await conversation.ours()).toMatchObject([{ status: "delivered", error: null }]));
  expect(conversation.sent()).toEqual(["Hi"]);
});

test("empty and over-long texts are refused with the field and the limit, and queue nothing", async () => {
  const { client } = owned;
  const conversation = await aConversation("Bad input");
  const post = (body: Record<string, unknown>) => client.post(conversation.path, body);
  expect(await post({ clientId: "a", text: "   " })).toMatchObject({
    status: 422,
    body: { errors: [{ path: "text" }] },
  });
  expect(await post({ clientId: "a", text: "x".repeat(2001) })).toMatchObject({
    status: 422,
    body: { errors: [{ path: "text", message: expect.stringContaining("2000") }] },
  });
  expect(await post({ text: "x" })).toMatchObject({ status: 422, body: { errors: [{ path: "clientId" }] } });
  expect(await client.post("/api/conversations/999999/messages", { clientId: "a", text: "x" })).toMatchObject({
    status: 404,
  });
  expect(await conversation.ours()).toEqual([]);
});

const card = { title: "Bikes", subtitle: "New ones" };
const reply = (title: string) => ({ type: "text", title, payload: "P" });
test.each([
  ["nothing at all", {}, "text", /./],
  ["two things at once", { text: "x", attachment: { attachmentId: "1" } }, "attachment", /one of/],
  ["a kind of file there is not", { attachment: { type: "film", url: "https://example.test/a" } }, "attachment", /./],
  ["an address that is none of the web", { attachment: { type: "image", url: "javascript:1" } }, "attachment", /./],
  ["a file nobody uploaded", { attachment: { attachmentId: "411999999999999" } }, "attachment.attachmentId", /./],
  ["too many quick replies", { text: "x", quickReplies: Array(14).fill(reply("A")) }, "quickReplies", /13/],
  ["a long quick reply", { text: "x", quickReplies: [reply("x".repeat(21))] }, "quickReplies.0.title", /20/],
  [
    "too many buttons",
    { template: { type: "button", text: "x", buttons: Array(4).fill({ type: "postback", title: "A", payload: "P" }) } },
    "template.buttons",
    /3/,
  ],
  ["too many cards", { template: { type: "generic", elements: Array(11).fill(card) } }, "template.elements", /10/],
  [
    "a long title on a card",
    { template: { type: "generic", elements: [{ ...card, title: "x".repeat(81) }] } },
    "template.elements.0.title",
    /80/,
  ],
  ["a quote of what is not here", { text: "x", replyToMid: "m_of_somebody_else" }, "replyToMid", /./],
  ["a notification of nobody", { text: "x", oneTimeId: "999" }, null, /./],
])("%s is refused with the field and the limit, and queues nothing", async (what, content, path, message) => {
  const conversation = await aConversation(`Bad: ${what}`);
  const answer = await owned.client.post<{ detail: string; errors?: { path: string; message: string }[] }>(
    conversation.path,
    { clientId: "a", ...content },
  );
  expect(answer.status).toBe(path === null ? 409 : 422);
  if (path !== null) {
    const error = answer.body.errors?.find((its) => its.path.startsWith(path));
    expect(error, JSON.stringify(answer.body)).toMatchObject({ message: expect.stringMatching(message) });
  }
  expect(await conversation.ours()).toEqual([]);
  expect(conversation.sent()).toEqual([]);
});

test("a retired tag is nothing a reply can have: it goes out as what it is", async () => {
  const { sim, client } = owned;
  const conversation = await aConversation("Tagged");
  const asked = { clientId: "a", text: "Tagged.", tag: "CONFIRMED_EVENT_UPDATE", messaging_type: "MESSAGE_TAG" };
  expect(await client.post(conversation.path, asked)).toMatchObject({ status: 202 });
  await eventually(async () => expect(conversation.sent()).toEqual(["Tagged."]));
  expect(sim.accepted().find(({ text }) => text === "Tagged.")).toMatchObject({ messagingType: "RESPONSE", tag: null });
});

test.each([
  ["the window was closed", 10, 2018278],
  ["Facebook did not know the person", 100, 2018001],
])(
  "once the person writes, a reply that failed because %s can be tried again: the thread says so at once",
  async (why, code, subcode) => {
    const { sim, desk, client } = owned;
    const conversation = await aConversation(`Opened again: ${why}`);
    sim.faults.failNext({ operation: "messages", code, subcode });
    await conversation.say("c1", "Too late");
    const failed = await eventually(async () => {
      const [message] = await conversation.ours();
      expect(message).toMatchObject({ status: "failed", error: { retryable: false } });
      return message as Message;
    });
    const stream = await SseClient.open(`${desk.url}/api/stream`, { cookie: client.cookieHeader });
    conversation.person.says("Still there?");
    const toldRetryable = () =>
      stream.named("message.updated").flatMap(({ data }) => {
        const { id, error } = data.message as Message;
        return id === failed.id ? [error?.retryable] : [];
      });
    await eventually(async () => expect(toldRetryable()).toEqual([true]));
    stream.close();
    const path = `/api/delivery-errors/${failed.error?.deliveryErrorId}`;
    expect((await client.get(path)).body).toMatchObject({ error: { retryable: true } });
    expect(await conversation.ours()).toMatchObject([{ error: { retryable: true } }]);
    await client.post(`${path}/retry`);
    await eventually(async () => expect(conversation.sent()).toEqual(["Too late"]));
  },
);

test("a reply that Facebook's limit holds up says until when, and taken back it gives back what was written", async () => {
  const { sim, client } = owned;
  // The whole Page waits then: not the one of the other stories.
  const conversation = await aConversation("Slowed down", "Casa Verde");
  sim.faults.failNext({ operation: "messages", code: 613, regainMinutes: 2 });
  const before = Date.now();
  const quickReplies = [{ type: "text", title: "Yes", payload: "YES" }];
  await client.post(conversation.path, { clientId: "c1", text: "Shall we?", quickReplies });
  const waiting = await eventually(async () => {
    const [message] = await conversation.ours();
    if (!message?.retry) throw new Error("has not been refused yet");
    return message;
  });
  expect(waiting).toMatchObject({ status: "queued", retry: { isLimited: true } });
  expect(waiting.retry?.at).toBeGreaterThanOrEqual(before + 120_000);
  expect(await client.post(`/api/messages/${waiting.id}/cancel`)).toMatchObject({
    status: 200,
    body: { written: { text: "Shall we?", quickReplies, replyToMid: null } },
  });
  expect(await conversation.ours()).toEqual([]);
});

test("a reply that was under way when the power went is unconfirmed afterwards, never sent again by itself", async () => {
  const { sim, desk } = owned;
  const conversation = await aConversation("Power cut");
  sim.faults.failNext({ operation: "messages", hang: true });
  await conversation.say("c1");
  await eventually(async () => expect(await conversation.ours()).toMatchObject([{ status: "sending" }]));
  await desk.restart("SIGKILL");
  expect(await conversation.ours()).toMatchObject([
    { status: "unconfirmed", error: { advice: expect.stringContaining("arrived") } },
  ]);
  expect(conversation.sent()).toEqual([]);
});

test("a dead token is said on the message and on the Page", async () => {
  const { sim, client } = owned;
  const conversation = await aConversation("Dead token");
  sim.user("9000000000000001").killTokens("password_changed");
  await conversation.say("c1");
  await eventually(async () =>
    expect(await conversation.ours()).toMatchObject([{ status: "failed", error: { code: 190 } }]),
  );
  const { body } = await client.get<{ pages: { name: string; status: string; problems: { code: string }[] }[] }>(
    "/api/pages",
  );
  expect(body.pages.find(({ name }) => name === "Harbor Bikes")).toMatchObject({
    status: "broken",
    problems: [{ code: "token_password_changed" }],
  });
});
