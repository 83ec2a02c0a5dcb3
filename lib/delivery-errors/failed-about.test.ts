import { beforeEach, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/transaction";
import { detachConversation } from "@/lib/inbox/erase-conversation-queries";
import type { OutgoingContent } from "@/lib/messenger/outgoing-content";
import { NOON, PAGE } from "@/tests/support/build-notification";
import { aFailedCall } from "@/tests/support/failed-calls";
import { outboxUnderTest } from "@/tests/support/outbox-under-test";
import { eraseDeliveryErrors } from "./erase-delivery-error-queries";
import { getDeliveryErrorGroups } from "./get-delivery-error-groups";
import { getDeliveryError } from "./get-delivery-errors";

let desk: ReturnType<typeof outboxUnderTest>;
let conversationId: number;
beforeEach(() => {
  desk = outboxUnderTest();
  conversationId = desk.aConversation();
  desk.set("conversations", "display_name", "Petra Postponed");
});

function aFailed(content: OutgoingContent): number {
  const messageId = desk.say(conversationId, content);
  desk.set("messages", "status", "failed");
  return aFailedCall(desk.db, { pageId: PAGE, conversationId, messageId, failure: { code: 2, subcode: null } });
}

test("an error says to whom, and what was to be said or which kind of file", async () => {
  const text = aFailed({ text: `It is ready.\n${"a".repeat(300)}` });
  const file = aFailed({ attachment: { type: "image", url: "https://example.com/bike.png" } });
  const about = await getDeliveryError(desk.db, text, NOON);
  expect(about).toMatchObject({ displayName: "Petra Postponed", previewKind: "text" });
  expect(about.preview).toMatch(/^It is ready\. a+…$/);
  expect(about.preview.length).toBeLessThan(200);
  expect(await getDeliveryError(desk.db, file, NOON)).toMatchObject({ preview: "", previewKind: "image" });
});

test("of somebody who was erased neither the name nor the words are left in it", async () => {
  const id = aFailed({ text: "My secret answer" });
  inTransaction(desk.db, () => {
    detachConversation(desk.db, conversationId, NOON);
    eraseDeliveryErrors(desk.db, conversationId);
  });
  const left = await getDeliveryError(desk.db, id, NOON);
  expect(left).toMatchObject({ displayName: null, preview: "", previewKind: "none", conversationId: null });
  expect(JSON.stringify(left)).not.toMatch(/Petra|secret/);
});

test("a group can be tried again while any of it can, and says why where nothing can", async () => {
  const group = async () => (await getDeliveryErrorGroups(desk.db, { pages: "all", limit: 1 }, NOON)).groups[0];
  aFailedCall(desk.db, { pageId: PAGE, failure: { code: 2, subcode: null } });
  expect((await group())?.obstacle).toContain("message is gone");
  aFailed({ text: "Hi" });
  expect((await group())?.obstacle).toBeNull();
});
