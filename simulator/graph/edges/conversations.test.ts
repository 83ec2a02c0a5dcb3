import { expect, it } from "vitest";
import { aLinkedPage, callGraph, type GraphReply, HARBOR } from "../../test-support/a-linked-page";

const FIELDS = "messages.limit(2){id,created_time,from,message}";

async function aConversation() {
  const linked = await aLinkedPage();
  const { simulator, token, ana } = linked;
  ana.says("Oi");
  await linked.send({ text: "Olá" });
  const look = (query: string) => callGraph(simulator, token, `${HARBOR}/conversations?${query}`);
  return { ...linked, look };
}

function messagesOf({ body }: GraphReply): unknown[] {
  const messages = body.data?.[0]?.messages;
  return typeof messages === "object" && messages !== null && "data" in messages && Array.isArray(messages.data)
    ? messages.data
    : [];
}

it("answers one thread with its newest messages, newest first", async () => {
  const { ana, look } = await aConversation();
  ana.says("Aberto?");
  const answer = await look(`user_id=${ana.psid}&fields=${FIELDS}`);
  expect(answer.body.data).toHaveLength(1);
  expect(messagesOf(answer)).toEqual([
    {
      id: expect.stringMatching(/^m_/),
      created_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
      from: { name: "Ana Lima", email: `${ana.psid}@facebook.com`, id: ana.psid },
      message: "Aberto?",
    },
    expect.objectContaining({ message: "Olá", from: expect.objectContaining({ id: HARBOR }) }),
  ]);
});

it("tells of twenty messages at most", async () => {
  const { ana, look } = await aConversation();
  for (let number = 0; number < 25; number += 1) ana.says(`${number}`);
  const messages = messagesOf(await look(`user_id=${ana.psid}&fields=messages.limit(50){id,message}`));
  expect(messages).toHaveLength(20);
  expect(messages[0]).toMatchObject({ message: "24" });
});

it("is asked twice a second at most, and knows nobody who never wrote", async () => {
  const { simulator, look } = await aConversation();
  const jon = simulator.person("Jon Whitaker", HARBOR);
  expect((await look(`user_id=${jon.psid}`)).body.data).toEqual([]);
  expect((await look("platform=messenger")).body.data).toHaveLength(1);
  expect((await look("platform=messenger")).body.error?.code).toBe(613);
  await simulator.advance(1_000);
  expect((await look("platform=messenger")).status).toBe(200);
  expect((await look("platform=instagram")).body.error?.code).toBe(200);
});
