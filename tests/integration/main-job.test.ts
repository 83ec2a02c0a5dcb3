import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConversationList, MessageList } from "@/lib/api/schemas/inbox";
import { eventually } from "../support/eventually";
import { HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk();
});
afterAll(() => owned?.end());

async function conversationOf(psid: string) {
  return eventually(async () => {
    const { body } = await owned.client.get<ConversationList>("/api/conversations");
    const found = body.conversations.find((conversation) => conversation.psid === psid);
    expect(found).toBeDefined();
    return found as ConversationList["conversations"][number];
  });
}
const messagesOf = async (id: string) =>
  (await owned.client.get<MessageList>(`/api/conversations/${id}/messages`)).body.messages;

test("somebody writes, staff answer, and both sides see one message each", async () => {
  const { sim, client } = owned;
  const ana = sim.person("Ana Lima", "Harbor Bikes");
  ana.says("Do you open on Sunday? äöå 😀");
  await sim.settled();
  const conversation = await conversationOf(ana.psid);
  expect(conversation).toMatchObject({
    pageId: HARBOR_BIKES,
    channel: "messenger",
    preview: "Do you open on Sunday? äöå 😀",
    previewDirection: "in",
    unreadCount: 1,
    window: { isOpen: true },
  });
  await eventually(async () => expect(await conversationOf(ana.psid)).toMatchObject({ displayName: "Ana Lima" }));

  const sent = await client.post<{ message: { id: string } }>(`/api/conversations/${conversation.id}/messages`, {
    clientId: "reply-1",
    text: "Yes, from ten.",
  });
  expect(sent.status).toBe(202);
  const again = await client.post<{ message: { id: string } }>(`/api/conversations/${conversation.id}/messages`, {
    clientId: "reply-1",
    text: "Yes, from ten.",
  });
  expect(again.body.message.id).toBe(sent.body.message.id);
  await eventually(async () => {
    const [reply] = await messagesOf(conversation.id);
    expect(reply).toMatchObject({
      author: "desk",
      authorName: "Dana Demo",
      text: "Yes, from ten.",
      status: "delivered",
    });
  });
  expect(sim.sentTo(ana.psid).map((message) => message.text)).toEqual(["Yes, from ten."]);

  ana.reads();
  await sim.settled();
  await eventually(async () => expect((await messagesOf(conversation.id))[0]).toMatchObject({ status: "read" }));
  expect(await messagesOf(conversation.id)).toHaveLength(2);

  expect((await client.post(`/api/conversations/${conversation.id}/read`)).status).toBe(204);
  expect(await conversationOf(ana.psid)).toMatchObject({ unreadCount: 0, previewDirection: "out" });
});

test("what nobody has seen yet stays unread, however late the request comes that marks the rest", async () => {
  const { sim, client } = owned;
  const ben = sim.addPerson({ name: "Ben Behind" });
  const person = sim.person(ben.key, "Harbor Bikes");
  person.says("Seen");
  await sim.settled();
  const { id } = await conversationOf(person.psid);
  const [seen] = await messagesOf(id);
  person.says("Unseen");
  person.says("Unseen too");
  await sim.settled();
  await eventually(async () => expect(await conversationOf(person.psid)).toMatchObject({ unreadCount: 3 }));

  const unreadOfPage = async () => {
    const { body } = await client.get<{ pages: { id: string; unreadConversations: number }[] }>("/api/pages");
    return body.pages.find((page) => page.id === HARBOR_BIKES)?.unreadConversations;
  };
  const before = await unreadOfPage();
  const path = `/api/conversations/${id}/read`;
  expect((await client.post(path, { upToMessageId: seen?.id })).status).toBe(204);
  expect(await conversationOf(person.psid)).toMatchObject({ unreadCount: 2 });
  expect(await unreadOfPage()).toBe(before);
  const { body } = await client.get<MessageList>(`/api/conversations/${id}/messages`);
  expect(body.messages.find((message) => message.id === body.firstUnreadMessageId)?.text).toBe("Unseen");

  expect((await client.post(path, { upToMessageId: body.messages[0]?.id })).status).toBe(204);
  expect(await conversationOf(person.psid)).toMatchObject({ unreadCount: 0 });
  expect(await unreadOfPage()).toBe(Number(before) - 1);
  const refused = await client.post(path, { upToMessageId: "the last one" });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: "upToMessageId" }] } });
});

test("tokens and secrets are in no URL and no log", async () => {
  const { sim, desk } = owned;
  for (const { path, query } of sim.graphCalls()) {
    expect(`${path}?${query}`).not.toMatch(/EAA|access_token=|client_secret|fb_exchange_token=/);
  }
  expect(desk.logs()).not.toContain(desk.settings.appSecret);
  expect(desk.logs()).not.toMatch(/EAA/);
  expect(desk.logs()).not.toContain("Do you open on Sunday");
});
