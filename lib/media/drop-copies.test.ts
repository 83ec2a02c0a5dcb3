import { expect, test } from "vitest";
import { aMessage, NOON, notification } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { insertMediaFile, sumMediaBytes } from "./media-file-queries";
import { toUrlHash } from "./to-url-hash";

const URL = "https://scontent.fbcdn.net/zebra.png";

test("when somebody takes a message back, the copy of its picture goes too", async () => {
  const inbox = await inboxUnderTest();
  await inbox.receive(
    notification(aMessage({ more: { attachments: [{ type: "image", payload: { url: URL } }] } })),
    notification(aMessage({ mid: "m_2" })),
  );
  const file = { contentType: "image/png", body: Buffer.from("zebra"), conversationId: 1, fetchedMs: NOON };
  insertMediaFile(inbox.db, { ...file, urlHash: toUrlHash(URL) });
  await inbox.receive(notification({ ...aMessage(), message: { mid: "m_2", is_deleted: true } }));
  expect(sumMediaBytes(inbox.db)).toBe(5);
  await inbox.receive(notification({ ...aMessage(), message: { mid: "m_1", is_deleted: true } }));
  expect(sumMediaBytes(inbox.db)).toBe(0);
});
