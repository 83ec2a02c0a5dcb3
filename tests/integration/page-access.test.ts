import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConversationList } from "@/lib/api/schemas/inbox";
import { eventually } from "../support/eventually";
import { CASA_VERDE, HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { SseClient } from "../support/sse-client";
import { aColleague } from "../support/staff";

/** What somebody who sees one Page hears of another: nothing, wherever they listen. */
const WORD = "quetzalcoatl";
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [HARBOR_BIKES, CASA_VERDE] });
});
afterAll(() => owned?.end());

function aPerson(name: string, page: string) {
  return owned.sim.person(owned.sim.addPerson({ name }).key, page);
}

async function conversationsOf(q: string) {
  return (await owned.client.get<ConversationList>(`/api/conversations?q=${q}`)).body.conversations;
}

test("no search, list, counter, stream or error of another Page tells anything", async () => {
  const { client } = await aColleague(owned, { role: "developer", pageIds: [HARBOR_BIKES] });
  const headers = { cookie: client.cookieHeader };
  const stream = await SseClient.open(`${owned.desk.url}/api/stream`, headers);
  const [theirs, others] = [aPerson("Ana Ours", "Harbor Bikes"), aPerson("Quetzal Coat", "Casa Verde")];
  others.says(`The word is ${WORD}`);
  theirs.says("Ours is open on Sunday");
  await owned.sim.settled();
  await eventually(async () => expect(await conversationsOf(WORD)).toHaveLength(1));
  await eventually(async () => expect(await conversationsOf("Sunday")).toHaveLength(1));
  const [foreign] = await conversationsOf(WORD);
  await owned.client.post(`/api/conversations/${foreign?.id}/messages`, { clientId: "c1", text: `About ${WORD}` });

  const answers: string[] = [];
  for (const path of [
    "/api/conversations?limit=200",
    `/api/conversations?q=${WORD}`,
    "/api/conversations?q=qu",
    "/api/conversations?q=Quetzal",
    `/api/conversations?pageId=${CASA_VERDE}`,
    "/api/conversations?unread=true",
    "/api/notifications?limit=200",
    `/api/notifications?q=${WORD}`,
    "/api/notifications?q=quetz",
    `/api/notifications?psid=${others.psid}`,
    `/api/notifications?pageId=${CASA_VERDE}`,
    "/api/pages",
    `/api/pages/${CASA_VERDE}`,
    `/api/pages/${CASA_VERDE}/history`,
    "/api/delivery-errors",
    "/api/delivery-errors/groups",
    `/api/delivery-errors?pageId=${CASA_VERDE}`,
    `/api/delivery-errors?conversationId=${foreign?.id}`,
    `/api/conversations/${foreign?.id}`,
    `/api/conversations/${foreign?.id}/messages`,
    "/api/field-jobs",
    "/api/replays",
    "/api/webhook-health",
    "/api/app",
  ]) {
    const response = await client.fetch(`${owned.desk.url}${path}`, { headers });
    answers.push(await response.text());
  }
  const heard = [...answers, JSON.stringify(stream.events)].join("\n");
  for (const secret of [WORD, "Quetzal", others.psid, CASA_VERDE, "Casa Verde"]) {
    // What they asked with may come back in the words that refuse it; nothing else may.
    expect(heard).not.toContain(secret);
  }
  expect(heard).toContain("Ours is open on Sunday");
  await eventually(async () => expect(stream.named("message.created").length).toBeGreaterThan(0));
  stream.close();
});

test("a list of Pages is merged in order, page by page, whichever Page has what", async () => {
  const people = Array.from({ length: 9 }, (_, n) => aPerson(`Turn ${n}`, n % 3 === 0 ? "Casa Verde" : "Harbor Bikes"));
  for (const person of people) {
    person.says("In turn");
    await owned.sim.settled();
  }
  const { client } = await aColleague(owned, { role: "agent", pageIds: [CASA_VERDE, HARBOR_BIKES] });
  await eventually(async () => expect(await conversationsOf("In%20turn")).toHaveLength(9));
  const expected = (await owned.client.get<ConversationList>("/api/conversations?limit=200")).body.conversations;
  const found: string[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await client.get<ConversationList>(`/api/conversations?limit=2${cursor}`);
    found.push(...body.conversations.map(({ id }) => id));
    if (body.nextCursor === null) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  expect(found).toEqual(expected.map(({ id }) => id));
});
