import { describe, expect, test } from "vitest";
import { ANA, aMessage, anEcho, aRead, NOON, notification, PAGE } from "@/tests/support/build-notification";
import { inboxUnderTest } from "@/tests/support/inbox-under-test";
import { listNotifications, type NotificationFilter } from "./notification-list-queries";
import { recordNotifications } from "./notification-queries";
import { indexNextNotifications } from "./notification-search-queries";

const BEN = "7000000000000002";
const OTHER_PAGE = "200000000000002";
const ofOtherPage = (item: object) => ({ object: "page", entry: [{ id: OTHER_PAGE, time: NOON, messaging: [item] }] });
const ofAccount = (item: object) => ({
  object: "instagram",
  entry: [{ id: "17841490000000001", time: NOON, messaging: [item] }],
});

/** 1 Ana · 2 Ben · 3 a read · 4 an echo · 5 another Page · 6 nonsense · 7 Instagram · 8 Ana again (duplicate) · 9 rejected */
async function aStore() {
  const inbox = await inboxUnderTest();
  await inbox.receive(
    notification(aMessage({ mid: "m_abc-1", text: "Do you open on Sündays? 早上好" })),
    notification(aMessage({ mid: "m_abc-2", text: "A bell, please", psid: BEN })),
    notification(aRead()),
    notification(anEcho({ text: "From ten on Sundays" })),
    ofOtherPage(aMessage({ mid: "m_other" })),
    Buffer.from("<html>no json, sundays</html>"),
    ofAccount({
      sender: { id: "91" },
      recipient: { id: "17841490000000001" },
      timestamp: NOON,
      message: { mid: "ig", text: "hi" },
    }),
    notification(aMessage({ mid: "m_abc-1", text: "Do you open on Sündays? 早上好" })),
  );
  recordNotifications(inbox.db, [
    {
      receivedMs: NOON + 60_000,
      body: Buffer.from("{}"),
      headers: "{}",
      signature: "invalid",
      sizeBytes: 2,
      status: 401,
    },
  ]);
  return inbox;
}

type Wanted = Omit<NotificationFilter, "limit" | "pages"> & Partial<Pick<NotificationFilter, "pages">>;

async function idsOf(filter: Wanted, { isIndexed = true } = {}) {
  const { db } = await aStore();
  if (isIndexed) indexNextNotifications(db, 1000);
  return (await listNotifications(db, { pages: "all", ...filter, limit: 50 })).notifications.map(({ id }) =>
    Number(id),
  );
}

describe.each([
  ["that is indexed", true],
  ["that came a moment ago", false],
])("in what %s", (_, isIndexed) => {
  test.each<[string, Wanted, number[]]>([
    ["nothing", {}, [9, 8, 7, 6, 5, 4, 3, 2, 1]],
    ["Page, with its Instagram account", { pageId: PAGE }, [8, 7, 4, 3, 2, 1]],
    ["a Page that is not linked", { pageId: OTHER_PAGE }, [5]],
    ["Pages that may be seen", { pages: [PAGE] }, [8, 7, 4, 3, 2, 1]],
    ["Pages that may be seen, with nothing that was rejected", { pages: [PAGE], problems: true }, []],
    ["Pages that may be seen, and a person", { pages: [OTHER_PAGE], psid: BEN }, []],
    ["Pages that may be seen, and a field", { pages: [PAGE], field: "messages" }, [8, 7, 2, 1]],
    ["a Page that may not be seen", { pages: [PAGE], pageId: OTHER_PAGE }, []],
    ["no Page at all", { pages: [] }, []],
    ["field", { field: "message_reads" }, [3]],
    ["field and Page", { field: "messages", pageId: PAGE }, [8, 7, 2, 1]],
    ["a field nobody sent", { field: "message_edits" }, []],
    ["outcome applied", { outcome: "applied" }, [7, 4, 3, 2, 1]],
    ["outcome duplicate", { outcome: "duplicate" }, [8]],
    ["outcome unreadable", { outcome: "unreadable" }, [6]],
    ["outcome rejected", { outcome: "rejected" }, [9]],
    ["outcome pending", { outcome: "pending" }, [5]],
    ["outcome and field", { outcome: "applied", field: "messages" }, [7, 2, 1]],
    ["problems", { problems: true }, [9, 6]],
    ["person", { psid: BEN }, [2]],
    ["person and field", { psid: ANA, field: "message_echoes" }, [4]],
    ["received from", { fromMs: NOON + 1 }, [9]],
    ["received before", { toMs: NOON + 1, outcome: "unreadable" }, [6]],
    ["a word, whatever its accents and capitals", { search: "SUNDAYS" }, [8, 6, 4, 1]],
    ["the beginning of the last word", { search: "open sund" }, [8, 1]],
    ["a word that only begins so, when more follows", { search: "sund " }, []],
    ["words of a script without spaces", { search: "早上" }, [8, 1]],
    ["an id, whole", { search: "m_abc-2" }, [2]],
    ["a word on a Page", { search: "sundays", pageId: PAGE }, [8, 4, 1]],
    ["no words at all", { search: "!?" }, []],
    ["what looks like a query", { search: '" OR 1 NEAR(' }, []],
    ["a person that is none", { psid: 'Ana Lima" OR "x' }, []],
    ["a facet in the place of a person", { psid: `page=${PAGE}` }, []],
    ["a field that is none", { field: "a b" }, []],
    ["a facet that somebody wrote", { search: `page=${PAGE}x` }, []],
  ])("filtered by %s", async (_, filter, ids) => {
    expect(await idsOf(filter, { isIndexed })).toEqual(ids);
  });
});

test("a rare filter is looked for in steps, and the steps together find all", async () => {
  const inbox = await inboxUnderTest();
  await inbox.receive(notification(aRead()));
  const many = Array.from({ length: 9_000 }, (_, n) => ({
    receivedMs: NOON,
    body: Buffer.from("{}"),
    headers: "{}",
    signature: "invalid" as const,
    sizeBytes: n,
    status: 401,
  }));
  recordNotifications(inbox.db, many);
  const found: string[] = [];
  let beforeId: number | undefined;
  let pages = 0;
  do {
    const page = await listNotifications(inbox.db, {
      pages: "all",
      outcome: "applied",
      limit: 50,
      ...(beforeId ? { beforeId } : {}),
    });
    found.push(...page.notifications.map(({ id }) => id));
    expect(page.reachedAt).toBe(page.nextCursor === null ? undefined : NOON);
    beforeId =
      page.nextCursor === null ? undefined : JSON.parse(Buffer.from(page.nextCursor, "base64url").toString())[0];
    pages += 1;
  } while (beforeId !== undefined);
  expect(found).toEqual(["1"]);
  expect(pages).toBeGreaterThan(1);
});

test("an event that came again is counted on the first, which the repetition names", async () => {
  const inbox = await aStore();
  const list = (await listNotifications(inbox.db, { pages: "all", limit: 50 })).notifications;
  expect(list.find(({ id }) => id === "1")).toMatchObject({ duplicates: 1, outcome: "applied" });
  expect(inbox.events(8)).toMatchObject([{ outcome: "duplicate", firstNotificationId: "1", messageId: "1" }]);
});
