import { beforeEach, expect, test, vi } from "vitest";
import { Changes } from "@/lib/inbox/changes";
import { recordProfiles } from "@/lib/inbox/profile-queries";
import { indexNextMessages } from "@/lib/inbox/search-index-queries";
import { recordNotifications } from "@/lib/notifications/notification-queries";
import { indexNextNotifications } from "@/lib/notifications/notification-search-queries";
import {
  ANA,
  aDelivery,
  aMessage,
  anEcho,
  aPostback,
  aReaction,
  NOON,
  notification,
  PAGE,
} from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { acceptDeletionRequest } from "./accept-deletion-request";
import { findDeletionRequest, findOpenDeletionRequest } from "./deletion-request-queries";
import { eraseConversation } from "./erase-conversation";
import { ErasureJob } from "./erasure-job";

vi.mock("@/lib/env", () => ({ getEnv: () => ({ AUTH_SECRET: "a secret of thirty-two bytes or so" }) }));

const BEN = "7000000000000002";
const OTHER_PAGE = "200000000000002";

let inbox: Awaited<ReturnType<typeof inboxUnderTest>>;
let wakes: number;
beforeEach(async () => {
  inbox = await inboxUnderTest();
  wakes = 0;
});

const surroundings = {
  publish: (changes: Changes) => void inbox.published.push(changes),
  erasure: { wake: () => void wakes++ },
};
const index = () => {
  while (indexNextMessages(inbox.db, 100) + indexNextNotifications(inbox.db, 100) > 0);
};

/** Runs the job until nobody is left to forget. */
async function forget(): Promise<void> {
  const job = new ErasureJob(inbox.db, (changes) => inbox.published.push(changes));
  job.wake();
  while (findOpenDeletionRequest(inbox.db)) await new Promise((resolve) => setImmediate(resolve));
  job.stop();
}

const everything = () =>
  JSON.stringify(
    (
      inbox.db.$client
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%'")
        .all() as { name: string }[]
    )
      .flatMap(({ name }) => inbox.db.$client.prepare(`SELECT * FROM ${name}`).raw().all())
      .flat()
      .map((value) => (Buffer.isBuffer(value) ? value.toString("utf8") : value)),
  );
const count = (sql: string) => (inbox.db.$client.prepare(`SELECT count(*) AS n FROM ${sql}`).get() as { n: number }).n;
const aBen = aMessage({ psid: BEN, mid: "m_ben", text: "Ben stays" });

test("a person is erased everywhere, and nobody else is touched", async () => {
  await inbox.receive(
    notification(aMessage({ mid: "m_1", text: "Zebra secret" }), aBen),
    notification(anEcho({ mid: "m_out", text: "Zebra answer" })),
    notification({
      ...aMessage(),
      message: undefined,
      message_edit: { mid: "m_1", text: "Zebra edited", num_edit: 1 },
    }),
    notification(aReaction({ mid: "m_out" })),
    notification(aReaction({ mid: "m_never_came" })),
    notification(aDelivery({ mids: ["m_lost"] })),
    notification(aPostback({ title: "Zebra button", payload: "ZEBRA" })),
  );
  recordProfiles(inbox.db, [{ conversationId: 1, displayName: "Ana Zebra", pictureUrl: "https://zebra.test" }], NOON);
  index();
  expect(await inbox.search("Zebra")).toHaveLength(1);
  const pageBefore = inbox.db.$client.prepare("SELECT unread_conversations AS n FROM pages").get() as { n: number };

  await eraseConversation(inbox.db, 1, "user-1", surroundings);
  expect(wakes).toBe(1);
  expect(inbox.published.at(-1)?.hasRemovals).toBe(true);
  expect((await inbox.conversations()).map(({ psid }) => psid)).toEqual([BEN]);
  expect(await inbox.search("Zebra")).toEqual([]);
  expect((inbox.db.$client.prepare("SELECT unread_conversations AS n FROM pages").get() as { n: number }).n).toBe(
    pageBefore.n - 1,
  );

  await forget();
  expect(everything()).not.toMatch(/zebra/i);
  expect(everything()).not.toContain(ANA);
  expect(everything()).toContain("Ben stays");
  expect(count("messages")).toBe(1);
  for (const table of ["reactions", "message_edits", "waiting_receipts"]) expect(count(table), table).toBe(0);
  expect(count("conversations")).toBe(1);
  for (const word of ["zebra", ANA]) {
    expect(count(`notifications_fts WHERE notifications_fts MATCH '"${word}"'`), word).toBe(0);
  }
  expect(count(`messages_fts WHERE messages_fts MATCH '"zebra"'`)).toBe(0);
  expect(count(`conversations_fts WHERE conversations_fts MATCH '"zebra"'`)).toBe(0);
  // The pipe can still be explained: every event is there, and where Ben's message went.
  expect(count("events")).toBe(8);
  expect((await inbox.messages(2)).map(({ text }) => text)).toEqual(["Ben stays"]);
  await expect(eraseConversation(inbox.db, 1, "user-1", surroundings)).rejects.toMatchObject({ code: "not_found" });
});

test("what comes again of an erased person does not come back; what is new begins anew", async () => {
  const old = aMessage({ mid: "m_1", text: "Zebra secret" });
  await inbox.receive(notification(old));
  await inbox.receive(notification(old, aBen)); // Meta repeats itself before…
  index();
  await eraseConversation(inbox.db, 1, "user-1", surroundings);
  await forget();
  await inbox.receive(notification(old), notification(old, aMessage({ mid: "m_2", text: "Hello again" }))); // …and after.
  index();
  expect(everything()).not.toContain("Zebra");
  expect((await inbox.conversations()).map(({ psid, preview }) => [psid, preview])).toContainEqual([
    ANA,
    "Hello again",
  ]);
  // Sent through once more, nothing of it has an effect.
  for (let id = 1; id <= 4; id += 1) inbox.interpreter.replay(id, { isDryRun: false });
  expect(count("messages")).toBe(2);
  expect(count("conversations")).toBe(2);
});

test("what was not understood yet when somebody was to be forgotten is waited for, and goes too", async () => {
  await inbox.receive(notification(aMessage({ mid: "m_1", text: "Zebra one" })));
  const late = Buffer.from(JSON.stringify(notification(aMessage({ mid: "m_2", text: "Zebra two" }))));
  recordNotifications(inbox.db, [
    { receivedMs: NOON, body: late, headers: "{}", signature: "valid", status: 200, sizeBytes: late.length },
  ]);
  await eraseConversation(inbox.db, 1, "user-1", surroundings);
  const job = new ErasureJob(inbox.db, () => {});
  job.wake();
  await inbox.interpretAll();
  index();
  while (findOpenDeletionRequest(inbox.db)) await new Promise((resolve) => setImmediate(resolve));
  job.stop();
  expect(everything()).not.toContain("Zebra");
  expect(count("conversations")).toBe(0);
});

test("of one Page only that Page's; by Meta's word of every Page, with what was rejected or could not be read", async () => {
  inbox.db.$client
    .prepare(
      "INSERT INTO pages (id, name, linked_ms, token_status, desired_fields, actual_fields, problems) VALUES (?, 'B', 1, 'valid', '[]', '[]', '[]')",
    )
    .run(OTHER_PAGE);
  const elsewhere = {
    object: "page",
    entry: [
      {
        id: OTHER_PAGE,
        time: NOON,
        messaging: [{ ...aMessage({ mid: "m_b", text: "Tapir" }), recipient: { id: OTHER_PAGE } }],
      },
    ],
  };
  const comment = {
    object: "page",
    entry: [
      {
        id: PAGE,
        time: NOON,
        changes: [{ field: "feed", value: { from: { id: ANA, name: "Tapir" }, message: "Tapir" } }],
      },
    ],
  };
  await inbox.receive(
    notification(aMessage({ text: "Zebra" })),
    elsewhere,
    comment,
    Buffer.from(`{"broken": "${ANA}", "text": "Tapir`),
  );
  const forged = Buffer.from(JSON.stringify(notification(aMessage({ text: "Tapir" }))).slice(0, -20));
  recordNotifications(inbox.db, [
    { receivedMs: NOON, body: forged, headers: "{}", signature: "invalid", status: 401, sizeBytes: 9 },
  ]);
  index();
  await eraseConversation(inbox.db, 1, "user-1", surroundings);
  await forget();
  expect(everything()).not.toContain("Zebra");
  expect((await inbox.conversations()).map(({ preview }) => preview)).toEqual(["Tapir"]);

  const request = { userId: ANA, issuedMs: NOON, hash: "h" };
  const changes = new Changes();
  const code = acceptDeletionRequest(inbox.db, request, NOON, changes);
  expect(findDeletionRequest(inbox.db, code)).toEqual({ requestedMs: NOON, doneMs: null });
  expect(acceptDeletionRequest(inbox.db, request, NOON + 5, new Changes())).toBe(code);
  await forget();
  expect(findDeletionRequest(inbox.db, code)?.doneMs).toEqual(expect.any(Number));
  expect(everything()).not.toContain("Tapir");
  expect(everything()).not.toContain(`"${ANA}"`);
});

test("a restart half-way goes on with what is left, and leaves alone what came meanwhile", async () => {
  const many = Array.from({ length: 300 }, (_, n) => aMessage({ mid: `m_${n}`, text: `Zebra ${n}`, atMs: NOON + n }));
  await inbox.receive(...many.map((message) => notification(message)));
  index();
  await eraseConversation(inbox.db, 1, "user-1", surroundings);
  const first = new ErasureJob(inbox.db, () => {});
  first.wake();
  while (count("notifications WHERE redacted_ms IS NOT NULL") === 0)
    await new Promise((resolve) => setImmediate(resolve));
  first.stop();
  expect(count("notifications WHERE redacted_ms IS NULL")).toBeGreaterThan(0);
  await inbox.receive(notification(aMessage({ mid: "m_new", text: "Hello again" })));
  index();
  await forget();
  expect(everything()).not.toContain("Zebra");
  expect((await inbox.conversations()).map(({ preview }) => preview)).toEqual(["Hello again"]);
  expect(count("messages")).toBe(1);
});
