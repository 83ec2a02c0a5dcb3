import { expect, test } from "vitest";
import { listPageHours } from "@/lib/pages/page-hours-queries";
import {
  aDelivery,
  aMessage,
  anEcho,
  aPostback,
  aReaction,
  aRead,
  NOON,
  notification,
  PAGE,
} from "@/tests/support/build-notification";
import { inboxUnderTest, linkPage } from "@/tests/support/inbox-under-test";

const hour = Math.floor(NOON / 3_600_000);
const standby = (item: Record<string, unknown>) => ({
  object: "page",
  entry: [{ id: PAGE, time: NOON, standby: [item] }],
});
type Inbox = Awaited<ReturnType<typeof inboxUnderTest>>;
const hours = ({ db }: Inbox) => listPageHours(db, PAGE, NOON);

test("what people do is counted by the hour; what follows from us is not", async () => {
  const inbox = await inboxUnderTest();
  await inbox.receive(
    notification(anEcho(), aDelivery({ mids: ["m_out"] }), aRead()),
    notification(aMessage(), aPostback()),
    notification(aReaction()),
  );
  expect(hours(inbox)).toEqual([{ hour, events: 3, standby: 0 }]);
});

test("an event counts once, however often it comes or is sent through again", async () => {
  const inbox = await inboxUnderTest();
  await inbox.receive(notification(aMessage()), notification(aMessage()));
  inbox.interpreter.replay(1, { isDryRun: false });
  inbox.interpreter.replay(2, { isDryRun: true });
  expect(hours(inbox)).toEqual([{ hour, events: 1, standby: 0 }]);
});

test("what came to look on counts as that", async () => {
  const inbox = await inboxUnderTest();
  await inbox.receive(standby(aMessage({ mid: "m_1" })), notification(aMessage({ mid: "m_2" })));
  expect(hours(inbox)).toEqual([{ hour, events: 2, standby: 1 }]);
});

test("what came before the Page was linked counts once it is applied", async () => {
  const inbox = await inboxUnderTest({ isLinked: false });
  await inbox.receive(notification(aMessage()));
  expect(hours(inbox)).toEqual([]);
  await linkPage(inbox.db);
  await inbox.interpreter.applyParked(PAGE);
  expect(hours(inbox)).toEqual([{ hour, events: 1, standby: 0 }]);
});

test("an event that could not be applied counts when it is, and its neighbours once", async () => {
  const inbox = await inboxUnderTest();
  inbox.db.$client.exec(`CREATE TRIGGER stumble BEFORE INSERT ON messages WHEN NEW.mid = 'm_bad'
    BEGIN SELECT RAISE(ABORT, 'stumbled'); END`);
  await inbox.receive(notification(aMessage({ mid: "m_good" }), aMessage({ mid: "m_bad" })));
  expect(hours(inbox)).toEqual([{ hour, events: 1, standby: 0 }]);
  inbox.db.$client.exec("DROP TRIGGER stumble");
  inbox.interpreter.replay(1, { isDryRun: false });
  expect(hours(inbox)).toEqual([{ hour, events: 2, standby: 0 }]);
});
