import { expect, test } from "vitest";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { judgePage, type Sight } from "./judge-page";
import type { StoredProblem } from "./page-problems";
import type { PageRow } from "./page-queries";

const NOW = 1_795_000_000_000;
const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;
const PAGE = "200000000000001";
const WANTED = ["messages", "messaging_postbacks"];

const page = (given: Partial<PageRow> = {}): PageRow => ({
  id: PAGE,
  name: "Harbor Bikes",
  pictureUrl: null,
  category: null,
  instagramAccountId: null,
  instagramUsername: null,
  linkedMs: NOW - DAY,
  linkedByUserId: "u",
  tokenEncrypted: "x",
  tokenSource: "login",
  tokenOwnerAsid: null,
  tokenOwnerName: null,
  tokenExpiresMs: null,
  tokenScopes: null,
  tasks: null,
  tokenStatus: "valid",
  desiredFields: WANTED,
  actualFields: WANTED,
  problems: [],
  otherApps: null,
  checkedMs: null,
  nextCheckMs: null,
  lastSentMs: null,
  lastNotificationMs: null,
  policyAction: null,
  policyReason: null,
  policyMs: null,
  unreadConversations: 0,
  humanAgent: "unknown",
  oneTime: "unknown",
  ...given,
});

const INFO = {
  isValid: true,
  type: "PAGE",
  appId: "1",
  userId: null,
  profileId: PAGE,
  expiresAtMs: null,
  scopes: ["pages_messaging", "pages_manage_metadata"],
  granularScopes: [],
  error: null,
};
const SUBSCRIPTION = {
  object: "page",
  callbackUrl: "https://desk.example.test/api/webhook",
  isActive: true,
  fields: WANTED.map((name) => ({ name, version: null })),
};
const well: Sight = {
  onPage: { answer: { fields: WANTED, others: [] } },
  info: { answer: INFO },
  tasks: { answer: ["MESSAGING", "MODERATE"] },
  onApp: { answer: { subscriptions: [SUBSCRIPTION], problems: [] } },
  traffic: { hours: [], otherOwner: null, hasInstagram: false, onlyRolesMs: null, restrictedMs: null },
};
const refused = (code: number, subcode?: number) => ({
  failure: new GraphError({ message: "No.", code, error_subcode: subcode }, { httpStatus: 400, usage: {} }),
});
const unreachable = { failure: new GraphUnavailableError("Facebook could not be reached.", { mayHaveArrived: false }) };
const had = (...codes: StoredProblem["code"][]) => codes.map((code) => ({ code, facts: {}, sinceMs: NOW - DAY }));

function judge(sight: Partial<Sight>, given: Partial<PageRow> = {}) {
  const { problems, change } = judgePage(page(given), { ...well, ...sight }, NOW);
  return { codes: problems.map(({ code }) => code), problems, change };
}

test("a Page that is well has no problem, whatever it had", () => {
  const { codes, change } = judge({}, { problems: had("token_expired", "fields_missing", "silent", "check_failed") });
  expect(codes).toEqual([]);
  expect(change).toMatchObject({ tokenStatus: "valid", actualFields: WANTED, tasks: ["MESSAGING", "MODERATE"] });
});

test.each([
  ["without a token", { onPage: null, info: null, tasks: null }, ["token_missing"]],
  ["a dead token that names its cause", { onPage: refused(190, 460) }, ["token_password_changed"]],
  ["a dead token that does not", { onPage: refused(190), info: { answer: INFO } }, ["token_invalid"]],
  [
    "the cause that only debug_token names",
    { onPage: refused(190), info: { answer: { ...INFO, isValid: false, error: { code: 190, subcode: 463 } } } },
    ["token_expired"],
  ],
  [
    "a token that debug_token knows to be dead while the Page cannot be read",
    { onPage: unreachable, info: { answer: { ...INFO, isValid: false, error: { code: 190, subcode: 458 } } } },
    ["token_app_removed", "check_failed"],
  ],
  ["a permission Meta refuses for", { onPage: refused(200), info: refused(100) }, ["permission_missing"]],
  [
    "a permission the token lacks",
    { info: { answer: { ...INFO, scopes: ["pages_messaging"] } } },
    ["permission_missing"],
  ],
  [
    "a permission that covers other Pages only",
    { info: { answer: { ...INFO, granularScopes: [{ scope: "pages_messaging", targetIds: ["2"] }] } } },
    ["page_not_granted"],
  ],
  ["a task too few", { tasks: { answer: ["MODERATE"] } }, ["task_missing"]],
  ["one cause of several", { onPage: refused(200), tasks: { answer: ["ANALYZE"] } }, ["task_missing"]],
  ["an end that comes", { info: { answer: { ...INFO, expiresAtMs: NOW + 3 * DAY } } }, ["token_expires_soon"]],
  ["an end that is far", { info: { answer: { ...INFO, expiresAtMs: NOW + 8 * DAY } } }, []],
  ["the app taken off", { onPage: { answer: { fields: [], others: [] } } }, ["page_unsubscribed"]],
  ["one field off", { onPage: { answer: { fields: ["messages"], others: [] } } }, ["fields_missing"]],
  [
    "only fields on that nobody wants",
    { onPage: { answer: { fields: ["message_reads"], others: [] } } },
    ["page_unsubscribed"],
  ],
] satisfies [string, Partial<Sight>, string[]][])("%s", (_, sight, codes) => {
  expect(judge(sight).codes).toEqual(codes);
});

test("another app with all our fields does not stand in for ours", () => {
  const others = [{ id: "2", name: "Chat Helper", fields: WANTED }];
  const { codes, change } = judge({ onPage: { answer: { fields: [], others } } });
  expect(codes).toEqual(["page_unsubscribed"]);
  expect(change).toMatchObject({ otherApps: others, actualFields: [] });
});

test.each([
  [refused(4)],
  [refused(80006)],
  [refused(2)],
  [refused(100)],
  [refused(100, 33)],
  [refused(10, 2018278)],
  [unreachable],
])("a look that failed leaves what was known of the token and the fields (%#)", (failed) => {
  const before = had("token_expired", "fields_missing");
  const dead = judge({ onPage: failed, info: null, tasks: null }, { tokenStatus: "invalid", problems: before });
  expect(dead.codes).toEqual(["token_expired", "fields_missing", "check_failed"]);
  expect(dead.change).not.toHaveProperty("tokenStatus");
  expect(judge({ onPage: failed }).codes).toEqual(["check_failed"]);
});

test("what only debug_token knows: kept while it cannot tell just now, dropped where it never tells", () => {
  const problems = had("page_not_granted", "token_expires_soon");
  expect(judge({ info: refused(4) }, { problems }).codes).toEqual(["page_not_granted", "token_expires_soon"]);
  expect(judge({ info: refused(2500) }, { problems }).codes).toEqual([]);
});

test("the app as a whole: what it lacks for this Page, and what was known of it while it cannot be asked", () => {
  const fields = [{ name: "messages", version: "v26.0" }];
  const onApp = { answer: { subscriptions: [{ ...SUBSCRIPTION, fields }], problems: [] } };
  expect(judge({ onApp }).problems).toEqual([{ code: "app_fields_missing", facts: { fields: "messaging_postbacks" } }]);
  const problems = had("app_callback_elsewhere");
  expect(judge({ onApp: unreachable }, { problems }).codes).toEqual(["app_callback_elsewhere", "check_failed"]);
  const off = { answer: { subscriptions: [], problems: had("app_secret_refused") } };
  // Its secret is refused on the Page's own calls too, in other words.
  expect(judge({ onApp: off, onPage: refused(100) }, { problems }).codes).toEqual([
    "app_secret_refused",
    "app_callback_elsewhere",
  ]);
});

test("Instagram is missed only where somebody wants it", () => {
  const withAccount = { instagramAccountId: "17841490000000001" };
  expect(judge({}, withAccount).codes).toEqual([]);
  const traffic = { ...well.traffic, hasInstagram: true };
  expect(judge({ traffic }, withAccount).codes).toEqual(["instagram_not_subscribed"]);
  expect(judge({ traffic }).codes).toEqual([]);
  const scopes = [...INFO.scopes, "instagram_manage_messages"];
  expect(judge({ info: { answer: { ...INFO, scopes } } }, withAccount).codes).toEqual(["instagram_not_subscribed"]);
  expect(judge({}, { ...withAccount, problems: had("instagram_not_subscribed") }).codes).toEqual([
    "instagram_not_subscribed",
  ]);
});

const thisHour = Math.floor(NOW / HOUR);

test.each([
  [{ events: 5, standby: 5 }, true],
  [{ events: 10, standby: 8 }, true],
  [{ events: 10, standby: 7 }, false],
  [{ events: 2, standby: 2 }, false],
  [{ events: 4, standby: 3 }, false],
])("another app has the threads when most of a day's events come to look on: %j %s", (counts, isTold) => {
  const yesterday = { hour: thisHour - 30, events: 100, standby: isTold ? 0 : 100 };
  const traffic = { ...well.traffic, hours: [yesterday, { hour: thisHour, ...counts }], otherOwner: "2" };
  const { codes } = judge({ traffic });
  expect(codes).toEqual(isTold ? ["other_app_answers"] : []);
});

test("a refused send tells of roles for a day, until something goes out", () => {
  const traffic = { ...well.traffic, onlyRolesMs: NOW - HOUR };
  expect(judge({ traffic }).codes).toEqual(["app_only_roles"]);
  expect(judge({ traffic }, { lastSentMs: NOW - HOUR / 2 }).codes).toEqual([]);
  expect(judge({ traffic: { ...traffic, onlyRolesMs: NOW - 2 * DAY } }).codes).toEqual([]);
});

test.each([
  ["the newest of this hour, after many of the hour before", [10, 0], [3, 3], true],
  ["of this hour and the one before", [2, 2], [1, 1], true],
  ["one among them is the desk's", [3, 3], [3, 2], false],
  ["too few of this hour, and others before", [10, 0], [2, 2], false],
  ["all of the hour before, nothing since", [3, 3], [0, 0], true],
] as const)("another app has the threads when the newest events all come to look on: %s", (_, before, now, isTold) => {
  const hours = [
    { hour: thisHour - 5, events: 20, standby: 0 },
    { hour: thisHour - 1, events: before[0], standby: before[1] },
    { hour: thisHour, events: now[0], standby: now[1] },
  ];
  const { problems } = judge({ traffic: { ...well.traffic, hours } });
  expect(problems).toEqual(isTold ? [{ code: "other_app_answers", facts: { share: "All", app: "another app" } }] : []);
});

test("a send refused for a restriction breaks the Page, until something goes out or Meta lifts it", () => {
  const traffic = { ...well.traffic, restrictedMs: NOW - HOUR };
  const codesOf = (given: Partial<PageRow>) => judge({ traffic }, given).codes;
  expect(codesOf({ lastSentMs: NOW - 2 * HOUR })).toEqual(["page_restricted"]);
  expect(codesOf({ lastSentMs: NOW - HOUR / 2 })).toEqual([]);
  expect(codesOf({ policyAction: "unblock", policyMs: NOW - HOUR / 2 })).toEqual([]);
  expect(codesOf({ policyAction: "unblock", policyMs: NOW - 2 * HOUR })).toEqual(["page_restricted"]);
  // Told already, with its reason.
  expect(codesOf({ policyAction: "block", policyMs: NOW - 2 * HOUR })).toEqual([]);
  expect(judge({ traffic: { ...traffic, restrictedMs: NOW - 8 * DAY } }).codes).toEqual([]);
});

test("silence is told when nothing else explains it, and worse things first", () => {
  const hours = Array.from({ length: 200 }, (_, n) => ({ hour: thisHour - 220 + n, events: 1, standby: 0 }));
  const traffic = { ...well.traffic, hours };
  expect(judge({ traffic }).problems).toMatchObject([
    { code: "silent", facts: { hours: "20 hours", usual: "one hour" } },
  ]);
  expect(judge({ traffic, onPage: { answer: { fields: [], others: [] } } }).codes).toEqual(["page_unsubscribed"]);
  const isLosing = { answer: { fields: ["messaging_postbacks"], others: [] } };
  expect(judge({ traffic, onPage: isLosing }).codes).toEqual(["fields_missing"]);
  const partly = { answer: { fields: ["messages"], others: [] } };
  const off = { answer: { subscriptions: [], problems: had("app_not_subscribed") } };
  expect(judge({ onPage: partly, onApp: off }).codes).toEqual(["app_not_subscribed", "fields_missing"]);
});
