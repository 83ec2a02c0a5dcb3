import { afterAll, beforeAll, expect, test } from "vitest";
import type { Conversation, ConversationList, Message } from "@/lib/api/schemas/inbox";
import type { OneTimeNotification, OneTimeTopic } from "@/lib/api/schemas/outgoing";
import type { Page } from "@/lib/api/schemas/pages";
import { eventually } from "../support/eventually";
import { HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES] });
});
afterAll(() => owned?.end());

type Sent = { message: Message };

test("asked for, agreed to, and spent once though two people press at the same time", async () => {
  const { sim, client, desk } = owned;
  const person = sim.person(sim.addPerson({ name: "Olga Once" }).key, "Harbor Bikes");
  person.says("Is the blue bike back?");
  const find = async () => {
    const { body } = await client.get<ConversationList>("/api/conversations");
    return body.conversations.find(({ psid }) => psid === person.psid) as Conversation;
  };
  await eventually(async () => expect(await find()).toBeDefined());
  const { id } = await find();
  const send = (clientId: string, content: object) =>
    client.post<Sent>(`/api/conversations/${id}/messages`, { clientId, ...content });
  const list = async () =>
    (await client.get<{ notifications: OneTimeNotification[] }>(`/api/conversations/${id}/one-time`)).body
      .notifications;

  const template = { type: "one_time_notif_req", title: "When the blue bike is back", topic: "RESTOCK_42" };
  expect((await send("ask", { template })).status).toBe(202);
  expect(await list()).toMatchObject([{ state: "asked", title: "When the blue bike is back" }]);
  let token = "";
  await eventually(async () => {
    token = person.agreesToNotification();
  });
  await eventually(async () => expect(await find()).toMatchObject({ oneTimeTokens: 1 }));
  const [granted] = await list();
  expect(granted).toMatchObject({ state: "granted", topic: "RESTOCK_42" });
  const { body: topics } = await client.get<{ topics: OneTimeTopic[] }>(`/api/pages/${HARBOR_BIKES}/one-time-topics`);
  expect(topics.topics).toEqual([{ topic: "RESTOCK_42", title: "When the blue bike is back", granted: 1 }]);
  const { body: pages } = await client.get<{ pages: Page[] }>("/api/pages");
  expect(pages.pages[0]?.capabilities.oneTime).toBe("yes");

  const answers = await Promise.all(
    ["one", "two"].map((clientId) => send(clientId, { text: "The blue bike is back.", oneTimeId: granted?.id })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
  await eventually(async () => expect(person.lastReceived()).toBe("The blue bike is back."));
  expect(await list()).toMatchObject([{ state: "spent" }]);
  expect(await find()).toMatchObject({ oneTimeTokens: 0 });
  const { body: messages } = await client.get(`/api/conversations/${id}/messages`);
  expect(JSON.stringify([messages, await list()])).not.toContain(token);
  expect(desk.logs?.() ?? "").not.toContain(token);
});

test("a person of another conversation, and one that is not there, are refused", async () => {
  const { client } = owned;
  expect((await client.get("/api/conversations/999999/one-time")).status).toBe(404);
  expect((await client.get("/api/pages/1/one-time-topics")).status).toBe(404);
  expect((await client.get(`/api/pages/${HARBOR_BIKES}/one-time`)).status).toBe(422);
});
