import { beforeEach, expect, test, vi } from "vitest";
import { indexNextMessages } from "@/lib/inbox/search-index-queries";
import { insertMediaFile } from "@/lib/media/media-file-queries";
import { indexNextNotifications } from "@/lib/notifications/notification-search-queries";
import { recordUpload } from "@/lib/uploads/upload-queries";
import { ANA, aMessage, anEcho, notification, PAGE } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { findOpenDeletionRequest } from "./deletion-request-queries";
import { eraseConversation } from "./erase-conversation";
import { ErasureJob } from "./erasure-job";
import { toPersonHash } from "./to-person-hash";

vi.mock("@/lib/env", () => ({ getEnv: () => ({ AUTH_SECRET: "a secret of thirty-two bytes or so" }) }));

const BEN = "7000000000000002";
const aBen = aMessage({ psid: BEN, mid: "m_ben", text: "Ben stays" });
const surroundings = { publish: () => {}, erasure: { wake: () => {} } };

let inbox: Awaited<ReturnType<typeof inboxUnderTest>>;
beforeEach(async () => {
  inbox = await inboxUnderTest();
});

const index = () => {
  while (indexNextMessages(inbox.db, 100) + indexNextNotifications(inbox.db, 100) > 0);
};
const count = (table: string) =>
  (inbox.db.$client.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;

/** Runs the job until nobody is left to forget. */
async function forget(): Promise<void> {
  const job = new ErasureJob(inbox.db, () => {});
  job.wake();
  while (findOpenDeletionRequest(inbox.db)) await new Promise((resolve) => setImmediate(resolve));
  job.stop();
}

test("copies of their pictures, names of files sent to them, and what hangs on no message go too; others keep theirs", async () => {
  const { db } = inbox;
  await inbox.receive(notification(aMessage({ text: "Zebra" }), aBen), notification(anEcho({ mid: "m_out" })));
  db.$client.exec(
    `UPDATE messages SET attachments = '[{"type":"file","url":null,"title":"zebra.pdf"}]' WHERE mid = 'm_out';
     INSERT INTO message_edits (conversation_id, mid, mid_hash, number, text, edited_ms)
       VALUES (1, 'm_lost', 1, 1, 'Zebra', 1), (2, 'm_kept', 1, 1, 'Ben stays', 1)`,
  );
  for (const [id, filename] of [
    ["1", "zebra.pdf"],
    ["2", "ben.pdf"],
  ] as const) {
    const upload = { pageId: PAGE, channel: "messenger", attachmentId: id, type: "file", filename } as const;
    recordUpload(db, { ...upload, sizeBytes: 1, sha256: id, userId: null, createdMs: 1, expiresMs: 2 });
  }
  for (let n = 0; n < 9; n += 1) {
    const file = { contentType: "image/png", body: Buffer.from("Zebra"), fetchedMs: 1 };
    insertMediaFile(db, { ...file, urlHash: `${n}`, conversationId: 1 });
  }
  insertMediaFile(db, {
    contentType: "image/png",
    body: Buffer.from("Ben"),
    urlHash: "b",
    conversationId: 2,
    fetchedMs: 1,
  });
  index();
  await eraseConversation(db, 1, "user-1", surroundings);
  await forget();
  expect([count("media_files"), count("uploads"), count("message_edits")]).toEqual([1, 1, 1]);
});

test("the words of whoever was erased leave the bytes of the searches, and not only their rows", async () => {
  const bytes = (table: string) =>
    Buffer.concat(inbox.db.$client.prepare(`SELECT block FROM ${table}_data`).pluck().all() as Buffer[]).toString(
      "latin1",
    );
  // Few of many: where much is deleted, FTS5 merges by itself.
  const others = Array.from({ length: 90 }, (_, n) => aMessage({ psid: BEN, mid: `m_ben${n}`, text: "Ben stays" }));
  await inbox.receive(notification(aMessage({ text: "Zebra" })), ...others.map((message) => notification(message)));
  index();
  expect(bytes("notifications_fts")).toContain("zebra");
  expect(bytes("messages_fts")).toContain("zeb");
  await eraseConversation(inbox.db, 1, "user-1", surroundings);
  await forget();
  expect(bytes("notifications_fts")).not.toContain("zebra");
  expect(bytes("messages_fts")).not.toContain("zeb");
  expect(bytes("notifications_fts")).toContain("stays");
  expect(await inbox.search("stays")).toHaveLength(1);
});

test("the audit log says that somebody was erased, to whoever knows the PSID alone", async () => {
  await inbox.receive(notification(aMessage()));
  await eraseConversation(inbox.db, 1, "user-1", surroundings);
  const { detail } = inbox.db.$client.prepare("SELECT detail FROM audit_log").get() as { detail: string };
  expect(JSON.parse(detail)).toEqual({ person: toPersonHash(ANA) });
  expect(toPersonHash(BEN)).not.toBe(toPersonHash(ANA));
  expect(detail).not.toContain(ANA);
});
