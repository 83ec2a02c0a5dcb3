import { expect } from "vitest";
import type { ConversationList, Message, MessageList } from "@/lib/api/schemas/inbox";
import { seeded } from "../../simulator/faults/random-faults";
import type { Simulator } from "../../simulator/simulator";
import type { DeskClient } from "./desk-client";
import { eventually } from "./eventually";
import type { MortalDesk } from "./mortal-desk";

/** A reply somebody asks for. Its text is nowhere else. */
export type Asked = { clientId: string; text: string };
/** A conversation, and what is to be sent in it, in this order. */
export type AskedThread = { path: string; pageId: string; psid: string; asked: readonly Asked[] };

/** People write to every Page, and each of them is to get so many replies. */
export async function startThreads(
  { sim, client }: { sim: Simulator; client: DeskClient },
  { pageIds, people, replies }: { pageIds: readonly string[]; people: number; replies: number },
): Promise<AskedThread[]> {
  for (let person = 0; person < people; person += 1) {
    const { key } = sim.addPerson({ name: `Person ${person}` });
    for (const pageId of pageIds) sim.person(key, pageId).says("Hello?");
  }
  await sim.settled();
  return eventually(async () => {
    const { body } = await client.get<ConversationList>("/api/conversations?limit=200");
    expect(body.conversations).toHaveLength(pageIds.length * people);
    return body.conversations.map(({ id, pageId, psid }) => {
      const asked = Array.from({ length: replies }, (_, n) => ({ clientId: `c${n}`, text: `Reply ${n} in ${id}` }));
      return { path: `/api/conversations/${id}/messages`, pageId, psid, asked };
    });
  });
}

/**
 * Asks the desk for everything: in a conversation one after the other, in many conversations at once, and now and then
 * twice at the same moment, as a finger does. The desk is killed at moments that the seed chooses, the same number of
 * answers apart on average.
 */
export async function askForAll(
  threads: readonly AskedThread[],
  { client, desk, kills, connections, seed }: AskOptions,
): Promise<void> {
  const random = seeded(seed);
  const total = threads.reduce((sum, { asked }) => sum + asked.length, 0);
  const killAfter = Array.from({ length: kills }, (_, n) => 1 + Math.floor(((n + random()) * total) / kills));
  const left = [...threads];
  let answers = 0;
  const drive = async () => {
    for (let thread = left.shift(); thread !== undefined; thread = left.shift()) {
      const { path, asked } = thread;
      for (const reply of asked) {
        const once = () => desk.ask(() => post(client, path, reply));
        const ids = await Promise.all(random() < TWICE ? [once(), once()] : [once()]);
        expect(new Set(ids).size, `${reply.text} is two messages`).toBe(1);
        answers += 1;
        if (answers === killAfter[desk.kills]) desk.kill();
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, drive));
}

type AskOptions = { client: DeskClient; desk: MortalDesk; kills: number; connections: number; seed: number };
const TWICE = 0.1;

async function post(client: DeskClient, path: string, reply: Asked): Promise<string> {
  const { status, body } = await client.post<{ message: Message }>(path, reply);
  if (status !== 202) throw new Error(`${reply.text} was answered ${status}: ${JSON.stringify(body)}`);
  return body.message.id;
}

/** Everything the desk shows as said by the Page. */
export async function listReplies(client: DeskClient, { path }: Pick<AskedThread, "path">): Promise<Message[]> {
  const { body } = await client.get<MessageList>(`${path}?limit=200`);
  return body.messages.filter(({ direction }) => direction === "out");
}
