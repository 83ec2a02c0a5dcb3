import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConversationList, MessageList } from "@/lib/api/schemas/inbox";
import type { NotificationList } from "@/lib/api/schemas/notifications";
import type { Role } from "@/lib/api/schemas/people";
import { mayDo, PERMISSIONS, type Permission } from "@/lib/auth/permissions";
import { DeskClient } from "../support/desk-client";
import { eventually } from "../support/eventually";
import { CASA_VERDE, HARBOR_BIKES, startOwnedDesk } from "../support/owned-desk";
import { aColleague, anApiKey } from "../support/staff";

/**
 * Every route × every role × own, foreign and absent things × no session, an ended one, none of ours × API keys, held
 * against the table of permissions. What a route demands is read from its own description, so a new one is walked too.
 */

const SAM = "9000000000000002";
const ABSENT = "999999999";
const NOBODY = "00000000-0000-4000-8000-000000000000";

type Operation = { method: string; path: string; permission: Permission | null; takesBody: boolean };
type Things = Record<string, string>;
type Actor = { name: string; headers: Record<string, string>; role: Role; hasAllPages: boolean; apiKeyId?: string };

let owned: Awaited<ReturnType<typeof startOwnedDesk>>;
let operations: Operation[];
let actors: Actor[];
let shutOut: { name: string; headers: Record<string, string>; status: number; code: string }[];
/** Ids by the name they have in addresses: of the Page that the limited ones see, and of one that they do not. */
let own: Things;
let foreign: Things;
let victim: string;

beforeAll(async () => {
  owned = await startOwnedDesk();
  operations = await readOperations();
  own = await someThings(HARBOR_BIKES, "Harbor Bikes");
  foreign = await someThings(CASA_VERDE, "Casa Verde");
  victim = (await aColleague(owned, { role: "agent", name: "Vera Victim" })).id;
  actors = await everyActor();
  shutOut = await everybodyElse();
}, 60_000);
afterAll(() => owned?.end());

async function readOperations(): Promise<Operation[]> {
  type Described = { "x-permission": Permission | null; requestBody?: unknown };
  const { body } = await owned.client.get<{ paths: Record<string, Record<string, Described>> }>("/api/openapi.json");
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      permission: described["x-permission"],
      takesBody: described.requestBody !== undefined,
    })),
  );
}

/** One of everything a route can name, of one Page. */
async function someThings(pageId: string, pageName: string): Promise<Things> {
  const { client, sim } = owned;
  const person = sim.person(sim.addPerson({ name: `Guest of ${pageName}` }).key, pageName);
  person.says("Hello?");
  await sim.settled();
  const conversationId = await eventually(async () => {
    const list = await client.get<ConversationList>(`/api/conversations?pageId=${pageId}`);
    const [found] = list.body.conversations;
    if (!found) throw new Error("not there yet");
    return found.id;
  });
  const path = `/api/conversations/${conversationId}/messages`;
  sim.faults.failNext({ operation: "messages", code: 10, subcode: 2018278, message: "(#10) Too late" });
  await client.post(path, { clientId: pageId, text: "An answer" });
  const failed = await eventually(async () => {
    const found = (await client.get<MessageList>(path)).body.messages.find(({ error }) => error !== null);
    if (!found?.error) throw new Error("has not failed yet");
    return found;
  });
  const { notifications } = (await client.get<NotificationList>(`/api/notifications?pageId=${pageId}`)).body;
  const notificationId = notifications[0]?.id as string;
  const replay = await client.post<{ replay: { id: string } }>("/api/replays", {
    notificationIds: [notificationId],
    dryRun: true,
  });
  const fields = { pageIds: [pageId], remove: ["messaging_optins", "message_reactions"] };
  const job = await client.post<{ job: { id: string } }>("/api/field-jobs", fields);
  return {
    pageId,
    conversationId,
    messageId: failed.id,
    index: "0",
    deliveryErrorId: failed.error?.deliveryErrorId as string,
    notificationId,
    replayId: replay.body.replay.id,
    fieldJobId: job.body.job.id,
  };
}

async function everyActor(): Promise<Actor[]> {
  const found: Actor[] = [];
  const pageIds = [HARBOR_BIKES];
  // Those who see little first: what they may destroy is still there then.
  for (const limited of [true, false]) {
    for (const role of ["developer", "agent", "admin"] as const) {
      const access = limited ? { role, pageIds } : { role };
      const { client } = await aColleague(owned, access);
      const who = `${role} with ${limited ? "one Page" : "all Pages"}`;
      found.push({
        name: who,
        headers: { cookie: client.cookieHeader, origin: owned.desk.url },
        role,
        hasAllPages: !limited,
      });
      const key = await anApiKey(owned.client, access);
      found.push({ name: `key of a ${who}`, headers: key.headers, role, hasAllPages: !limited, apiKeyId: key.id });
    }
  }
  const headers = { cookie: owned.client.cookieHeader, origin: owned.desk.url };
  return [...found, { name: "owner", headers, role: "owner", hasAllPages: true }];
}

async function everybodyElse(): Promise<typeof shutOut> {
  const stranger = new DeskClient(owned.desk);
  await stranger.signIn({ person: SAM });
  const gone = await aColleague(owned, { role: "admin", name: "Gone" });
  const lent = await anApiKey(gone.client, { role: "admin" });
  await owned.client.post(`/api/people/${gone.id}/deactivate`);
  const signedOut = await aColleague(owned, { role: "admin", name: "Signed Out" });
  const cookie = signedOut.client.cookieHeader;
  await owned.client.post(`/api/people/${signedOut.id}/sign-out`);
  const revoked = await anApiKey(owned.client, { role: "admin" });
  await owned.client.delete(`/api/api-keys/${revoked.id}`);
  const origin = owned.desk.url;
  const noSession = { status: 401, code: "no_session" };
  return [
    { name: "nobody", headers: { origin }, ...noSession },
    { name: "somebody who was shut out", headers: { cookie: gone.client.cookieHeader, origin }, ...noSession },
    { name: "somebody who was signed out", headers: { cookie, origin }, ...noSession },
    { name: "the key of somebody who was shut out", headers: lent.headers, ...noSession },
    { name: "a key that was revoked", headers: revoked.headers, ...noSession },
    { name: "a key that was made up", headers: { authorization: `Bearer pagedesk_${"A".repeat(43)}` }, ...noSession },
    {
      name: "somebody who is not invited",
      headers: { cookie: stranger.cookieHeader, origin },
      status: 403,
      code: "not_invited",
    },
  ];
}

/** A malformed body is read after everything else was asked: nothing happens, and the answer shows how far it came. */
async function call({ method, path, takesBody }: Operation, headers: Record<string, string>, things: Things) {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => things[name] ?? NOBODY);
  const body = takesBody ? { body: "{", headers: { ...headers, "content-type": "application/json" } } : { headers };
  const response = await fetch(`${owned.desk.url}${address}`, { method, ...body, redirect: "manual" });
  const isProblem = response.headers.get("content-type") === "application/problem+json";
  if (!isProblem) await response.body?.cancel();
  const text = isProblem ? await response.text() : "";
  return { status: response.status, text, code: isProblem ? (JSON.parse(text).code as string) : "" };
}

/** Names something of a Page. */
const isOfPage = ({ path }: Operation) => Object.keys(own).some((name) => path.includes(`{${name}}`));
const guarded = () => operations.filter(({ permission }) => permission !== null);
/** Once done, it is gone for the next who may. */
const ENDS = ["DELETE /api/conversations/{conversationId}", "DELETE /api/pages/{pageId}"];
const inOrder = () => {
  const isLast = ({ method, path }: Operation) => ENDS.indexOf(`${method} ${path}`);
  return guarded().sort((a, b) => isLast(a) - isLast(b));
};

describe("every route", () => {
  test("has a permission of the table, and every permission has a route", () => {
    const named = new Set(guarded().map(({ permission }) => permission));
    expect([...named].sort()).toEqual(Object.keys(PERMISSIONS).sort());
    expect(operations.filter(({ permission }) => permission === null).map(({ path }) => path)).toEqual([
      "/api/facebook/data-deletion",
      "/api/facebook/deauthorize",
      "/api/health",
      "/api/invitations/accept",
      "/api/invitations/offer",
      "/api/openapi.json",
    ]);
  });

  test("keeps out whoever has no session, an ended one, or none of this desk", async () => {
    for (const { name, headers, ...expected } of shutOut) {
      for (const operation of guarded()) {
        const { status, code } = await call(operation, headers, own);
        expect({ name, operation, status, code }).toMatchObject(expected);
      }
    }
  }, 120_000);

  test("lets in exactly those the table names, and shows them exactly their Pages", async () => {
    const foreignThings = { ...foreign, userId: victim };
    const ownThings = { ...own, userId: victim };
    for (const operation of inOrder()) {
      const permission = operation.permission as Permission;
      for (const actor of actors) {
        const about = { actor: actor.name, operation: `${operation.method} ${operation.path}` };
        const isAllowed = mayDo(actor, permission);
        if (isOfPage(operation)) {
          const there = await call(operation, actor.headers, foreignThings);
          const absent = await call(operation, actor.headers, absentThings());
          if (!isAllowed) {
            expect({ ...about, code: there.code }).toEqual({ ...about, code: "not_allowed" });
            expect({ ...about, ...absent }).toEqual({ ...about, ...there });
          } else if (!actor.hasAllPages) {
            expect({ ...about, status: there.status }).toEqual({ ...about, status: 404 });
            expect({ ...about, ...absent }).toEqual({ ...about, ...there });
          } else if (!ENDS.includes(about.operation)) {
            expect({ ...about, isIn: there.code !== "not_allowed" && there.status !== 401 }).toEqual({
              ...about,
              isIn: true,
            });
          }
        }
        const { status, code } = await call(operation, actor.headers, ownThings);
        if (!isAllowed) {
          expect({ ...about, status, code }).toEqual({ ...about, status: 403, code: "not_allowed" });
        } else {
          const isIn = status !== 401 && status !== 403;
          const isThere = status !== 404 || !isOfPage(operation) || isGone(operation) || hasNothingBehind(operation);
          expect({ ...about, status, isIn, isThere }).toEqual({ ...about, status, isIn: true, isThere: true });
        }
      }
    }
  }, 300_000);
});

const absentThings = () => Object.fromEntries(Object.keys(own).map((name) => [name, ABSENT]));
const isGone = ({ method, path }: Operation) => ENDS.includes(`${method} ${path}`);
/** Pictures and files that nobody has are 404 for everybody. */
const hasNothingBehind = ({ path }: Operation) => /picture|media/.test(path);
