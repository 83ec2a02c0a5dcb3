import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DeliveryErrorList } from "@/lib/api/schemas/delivery-errors";
import type { ConversationList, Message, MessageList } from "@/lib/api/schemas/inbox";
import { eventually } from "../support/eventually";
import { HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";

const DAY_MS = 24 * 60 * 60 * 1000;
const OTHER_APP = "770011223344556";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk();
  await owned.client.put("/api/app/subscriptions", { object: "instagram", fields: ["messages"] });
});
afterAll(() => owned?.end());
beforeEach(async () => {
  owned.sim.faults.clear();
  await owned.client.put("/api/settings/sending", { markSeen: true, showTyping: true });
});

let people = 0;

async function aConversation({ channel = "messenger" as "messenger" | "instagram", atMs = Date.now() } = {}) {
  const { sim, client } = owned;
  people += 1;
  const { key } = sim.addPerson({ name: `Reader ${people}` });
  const person = sim.person(key, "Harbor Bikes", channel);
  person.says("Hello?", { atMs });
  await sim.settled();
  const id = await eventually(async () => {
    const { body } = await client.get<ConversationList>("/api/conversations?limit=200");
    const found = body.conversations.find(({ psid }) => psid === person.psid);
    if (!found) throw new Error("not there yet");
    return found.id;
  });
  const messages = async () => (await client.get<MessageList>(`/api/conversations/${id}/messages`)).body.messages;
  return {
    id,
    person,
    messages,
    type: (isTyping: boolean) => client.post(`/api/conversations/${id}/typing`, { isTyping }),
    read: () => client.post(`/api/conversations/${id}/read`),
    errors: async () => {
      const path = `/api/delivery-errors?pageId=${HARBOR_BIKES}`;
      const { body } = await client.get<DeliveryErrorList>(path);
      return body.errors.filter(({ conversationId }) => conversationId === id);
    },
  };
}
const signs = () => owned.sim.graphCalls("messages").length;

test("the person sees that somebody types, and that they stopped; a repeat makes no second call", async () => {
  const { person, type } = await aConversation();
  const before = signs();
  expect(await type(true)).toMatchObject({ status: 204 });
  await eventually(async () => expect(person.thread.senderAction?.name).toBe("typing_on"));
  await type(true);
  await type(false);
  await eventually(async () => expect(person.thread.senderAction?.name).toBe("typing_off"));
  expect(signs()).toBe(before + 2);
});

test("reading tells the person, once something was unread", async () => {
  const { person, read } = await aConversation();
  expect(await read()).toMatchObject({ status: 204 });
  await eventually(async () => expect(person.thread.seenAtMs).not.toBeNull());
  const before = signs();
  await read();
  person.says("And?");
  await owned.sim.settled();
  await read();
  await eventually(async () => expect(signs()).toBe(before + 1));
});

test("switched off, neither is told; who may not manage settings cannot switch", async () => {
  const { person, type, read } = await aConversation();
  const off = { markSeen: false, showTyping: false };
  expect(await owned.client.put("/api/settings/sending", off)).toMatchObject({ status: 200, body: off });
  expect(await owned.client.get("/api/settings/sending")).toMatchObject({ body: off });
  expect(await owned.client.put("/api/settings/sending", { markSeen: "no" })).toMatchObject({ status: 422 });
  const before = signs();
  await type(true);
  await read();
  // A sign that is made, behind those: had they been made, they were there by now.
  await owned.client.put("/api/settings/sending", { markSeen: true, showTyping: true });
  const other = await aConversation();
  await other.type(true);
  await eventually(async () => expect(other.person.thread.senderAction?.name).toBe("typing_on"));
  expect(signs()).toBe(before + 1);
  expect(person.thread).toMatchObject({ senderAction: null, seenAtMs: null });
});

test("a sign that fails is written down once, needs nobody, and the person gets no more for a while", async () => {
  const { type, errors, person } = await aConversation();
  owned.sim.faults.failNext({ operation: "messages", code: 551, subcode: 1545041, message: "(#551) Not available" });
  await type(true);
  await eventually(async () => expect(await errors()).toHaveLength(1));
  expect(await errors()).toMatchObject([{ operation: "typing", code: 551, status: "resolved", messageId: null }]);
  const before = signs();
  await type(false);
  await type(true);
  expect(signs()).toBe(before);
  expect(person.thread.senderAction).toBeNull();
});

test("on Messenger and Instagram the Page reacts, changes its mind, and takes it back", async () => {
  for (const channel of ["messenger", "instagram"] as const) {
    const { person, messages } = await aConversation({ channel });
    const [message] = await messages();
    const path = `/api/messages/${message?.id}/reaction`;
    const { client } = owned;
    expect(await client.put(path, { emoji: "❤️" })).toMatchObject({
      status: 200,
      body: { message: { ownReaction: "❤️" } },
    });
    expect(person.thread.messages[0]?.reaction).toBe("❤️");
    await client.put(path, { emoji: "👍" });
    expect((await messages())[0]).toMatchObject({ ownReaction: "👍" });
    expect(await client.delete(path)).toMatchObject({ status: 200, body: { message: { ownReaction: null } } });
    expect(person.thread.messages[0]?.reaction).toBeNull();
    expect((await messages())[0]).toMatchObject({ ownReaction: null });
  }
});

test("a reaction that Meta refuses is not kept, told in plain words, and among the delivery errors", async () => {
  const { messages, errors } = await aConversation();
  const [message] = await messages();
  owned.sim.faults.failNext({
    operation: "messages",
    code: 613,
    message: "(#613) Calls to this api have exceeded the limit",
  });
  const path = `/api/messages/${message?.id}/reaction`;
  const refused = await owned.client.put<{ code: string; detail: string }>(path, { emoji: "👍" });
  expect(refused).toMatchObject({ status: 502, body: { code: "graph_refused" } });
  expect(refused.body.detail).not.toContain("#613");
  expect((await messages())[0]).toMatchObject({ ownReaction: null });
  expect(await errors()).toMatchObject([{ operation: "react", code: 613, status: "open" }]);
});

test("what cannot be reacted to is refused, and with what", async () => {
  const { client, sim } = owned;
  const { id, messages, person } = await aConversation();
  const react = (messageId: string | undefined, emoji = "👍") =>
    client.put(`/api/messages/${messageId}/reaction`, { emoji });
  const theirs = (await messages())[0]?.id;
  for (const emoji of ["", "yes", "👍👍"]) expect(await react(theirs, emoji)).toMatchObject({ status: 422 });
  expect(await react("999999")).toMatchObject({ status: 404 });
  const { body } = await client.post<{ message: Message }>(`/api/conversations/${id}/messages`, {
    clientId: "c",
    text: "Hi",
  });
  expect(await react(body.message.id)).toMatchObject({ status: 409, body: { code: "message_state" } });
  sim.page(HARBOR_BIKES).setThreadOwner(person.psid, OTHER_APP);
  person.says("To the other app");
  await sim.settled();
  await eventually(async () =>
    expect(await react(theirs)).toMatchObject({ status: 409, body: { code: "thread_held_elsewhere" } }),
  );
});

test("outside the window nothing is shown, and a reaction says why", async () => {
  const { messages, type } = await aConversation({ atMs: Date.now() - 2 * DAY_MS });
  const before = signs();
  await type(true);
  const [message] = await messages();
  expect(await owned.client.put(`/api/messages/${message?.id}/reaction`, { emoji: "👍" })).toMatchObject({
    status: 409,
    body: { code: "send_refused" },
  });
  expect(signs()).toBe(before);
});
