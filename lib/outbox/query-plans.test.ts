import { afterAll, expect, test, vi } from "vitest";
import { type Db, openDb } from "@/lib/db/db";
import * as groups from "@/lib/delivery-errors/delivery-error-group-queries";
import * as errors from "@/lib/delivery-errors/delivery-error-queries";
import * as erased from "@/lib/delivery-errors/erase-delivery-error-queries";
import * as failedAbout from "@/lib/delivery-errors/failed-about-queries";
import * as oneTimeLists from "@/lib/one-time/one-time-list-queries";
import * as oneTime from "@/lib/one-time/one-time-queries";
import * as uploads from "@/lib/uploads/upload-queries";
import { A_KEY } from "@/tests/support/build-notification";
import * as lookups from "./lookup-queries";
import * as outbox from "./outbox-queries";
import * as facts from "./send-facts-queries";

const PAGE = { pageId: "1" };
const PART = { beforeId: 9, limit: 5 };
const RUN = { pageId: "1", cause: "2", status: "open" } as const;
const FILE = { channel: "messenger", type: "file", filename: "a", sizeBytes: 1, sha256: "0", userId: null } as const;
const ERROR = { ...RUN, atMs: 1, conversationId: 1, messageId: 1, operation: "send_message" as const, message: "" };
const NO_ANSWER = { code: null, subcode: null, type: null, unanswered: null, fbtraceId: null, httpStatus: null };
const at = (id: number) => ({ id, conversationId: 1, messageId: 1 });

/** Every query about sending, each with something to ask. */
const QUERIES: Record<string, (db: Db) => unknown> = {
  insertIntoOutbox: (db) => outbox.insertIntoOutbox(db, { ...PAGE, messageId: 1, conversationId: 1, content: {} }),
  listWaiting: outbox.listWaiting,
  findWaiting: (db) => outbox.findWaiting(db, 1),
  findOutboxEntry: (db) => outbox.findOutboxEntry(db, 1),
  listUnconfirmed: (db) => outbox.listUnconfirmed(db, 1),
  listStuck: (db) => outbox.listStuck(db, 1),
  findRetry: (db) => outbox.findRetry(db, { ...PAGE, messageId: 1 }, 1),
  markSending: (db) => outbox.markSending(db, 1, "response", 1),
  markRetrying: (db) => outbox.markRetrying(db, 1, { notBeforeMs: 1, isAttempt: true }),
  markFailed: (db) => outbox.markFailed(db, 1),
  markUnconfirmed: (db) => outbox.markUnconfirmed(db, 1, 1),
  markUnconfirmedAsBefore: (db) => outbox.markUnconfirmedAsBefore(db, 1),
  markWaitingAgain: (db) => outbox.markWaitingAgain(db, 1),
  deleteFromOutbox: (db) => outbox.deleteFromOutbox(db, 1),
  listInterrupted: outbox.listInterrupted,
  isMidOfAnother: (db) => outbox.isMidOfAnother(db, { ...PAGE, mid: "m", messageId: 1 }),
  hasMessage: (db) => outbox.hasMessage(db, 1, "m"),
  hasProblems: (db) => outbox.hasProblems(db, "1"),
  findWayOf: (db) => outbox.findWayOf(db, 1),
  findNewestMessage: (db) => outbox.findNewestMessage(db, 1),
  listDueLookups: (db) => lookups.listDueLookups(db, { nowMs: 1, limit: 1 }),
  findNextLookupMs: lookups.findNextLookupMs,
  scheduleLookup: (db) => lookups.scheduleLookup(db, 1, { nextMs: 1, lookups: 1 }),
  findFailedAbout: (db) => failedAbout.findFailedAbout(db, 1),
  findSendStanding: (db) => facts.findSendStanding(db, 1),
  isOneTimeUsable: (db) => facts.isOneTimeUsable(db, { id: 1, conversationId: 1 }, 1),
  markAsked: (db) => oneTime.markAsked(db, { ...PAGE, ...at(1), topic: "", title: "" }, 1),
  grantOneTime: (db) =>
    oneTime.grantOneTime(db, { ...PAGE, conversationId: 1, topic: "", token: "7", grantedMs: 1 }, [A_KEY], 1),
  findOneTimeTitle: (db) => oneTime.findOneTimeTitle(db, 1, ""),
  reserveOneTime: (db) => oneTime.reserveOneTime(db, at(1), 1),
  findOneTimeToken: (db) => oneTime.findOneTimeToken(db, 77),
  forgetSpentToken: (db) => oneTime.forgetSpentToken(db, 1),
  releaseOneTime: (db) => oneTime.releaseOneTime(db, 1),
  expireOneTime: (db) => oneTime.expireOneTime(db, { nowMs: 1, limit: 1 }),
  eraseOneTime: (db) => oneTime.eraseOneTime(db, 1),
  listOneTimeOfConversation: (db) => oneTimeLists.listOneTimeOfConversation(db, 1, { limit: 1 }),
  listOneTimeOfTopic: (db) =>
    oneTimeLists.listOneTimeOfTopic(db, { ...PAGE, topic: "", state: "granted" }, { limit: 1 }),
  listOneTimeTopics: (db) => oneTimeLists.listOneTimeTopics(db, "1"),
  findUpload: (db) => uploads.findUpload(db, { ...PAGE, channel: "messenger", attachmentId: "4" }, 1),
  listSameUploads: (db) => uploads.listSameUploads(db, { ...PAGE, sha256: "0", untilMs: 1 }),
  recordUpload: (db) => uploads.recordUpload(db, { ...PAGE, ...FILE, attachmentId: "4", createdMs: 1, expiresMs: 1 }),
  forgetUpload: (db) => uploads.forgetUpload(db, "1", "4"),
  forgetUploadsNamed: (db) => uploads.forgetUploadsNamed(db, "1", "a"),
  dropExpiredUploads: (db) => uploads.dropExpiredUploads(db, { nowMs: 1, limit: 1 }),
  insertDeliveryError: (db) => errors.insertDeliveryError(db, { ...ERROR, ...NO_ANSWER }),
  setDeliveryErrorStatus: (db) => errors.setDeliveryErrorStatus(db, 1, "known"),
  resolveDeliveryError: (db) => errors.resolveDeliveryError(db, 1),
  markDeliveryErrorRetried: (db) => errors.markDeliveryErrorRetried(db, 1),
  findDeliveryError: (db) => errors.findDeliveryError(db, 1),
  findDeliveryErrorPageId: (db) => errors.findDeliveryErrorPageId(db, 1),
  listDeliveryErrors: (db) => errors.listDeliveryErrors(db, PART),
  listDeliveryErrorsOfStatus: (db) => errors.listDeliveryErrorsOfStatus(db, { ...PART, status: "open" }),
  listDeliveryErrorsOfPage: (db) => errors.listDeliveryErrorsOfPage(db, { ...PART, ...PAGE }),
  listDeliveryErrorsOfConversation: (db) => errors.listDeliveryErrorsOfConversation(db, { ...PART, conversationId: 1 }),
  listIdsOfRun: (db) => errors.listIdsOfRun(db, RUN, PART),
  listOldestIdsOfRun: (db) => errors.listOldestIdsOfRun(db, RUN, { afterId: 1, limit: 1 }),
  countFailure: (db) => groups.countFailure(db, { ...RUN, id: 1, atMs: 1 }),
  addOpen: (db) => groups.addOpen(db, RUN, 1),
  listGroups: (db) => [null, [1, 1]].map((after) => groups.listGroups(db, { after, limit: 1 })),
  listGroupsOfPage: (db) => groups.listGroupsOfPage(db, "1"),
  listAllGroups: groups.listAllGroups,
  listDays: (db) => groups.listDays(db, { ...RUN, fromDay: 1 }),
  eraseDeliveryErrors: (db) => erased.eraseDeliveryErrors(db, 1),
  eraseDeliveryErrorsOfMessage: (db) => erased.eraseDeliveryErrorsOfMessage(db, 1, 1),
};

/** What reads a whole table or sorts, and may. */
const ALLOWED: Record<string, string[]> = {
  // Few groups there are, whatever failed: a row for a cause on a Page.
  listAllGroups: ["SCAN delivery_error_groups"],
  // From its end, as far as the limit.
  listGroups: ["SCAN delivery_error_groups USING INDEX delivery_error_groups_last"],
  // Topics that were found so far.
  listOneTimeTopics: ["SCAN topics", "SCAN t"],
  // The causes it is given, not a table.
  listDeliveryErrorsOfConversation: ["SCAN json_each VIRTUAL TABLE INDEX 1:"],
};

const db = openDb(":memory:");
afterAll(() => db.$client.close());
const plans = new Map(Object.entries(QUERIES).map(([name, run]) => [name, plansOf(run)]));

/** The statements a query prepares, with how SQLite goes about each. */
function plansOf(run: (db: Db) => unknown): string[] {
  const prepare = vi.spyOn(db.$client, "prepare");
  run(db);
  const statements = new Set(prepare.mock.calls.map(([sql]) => sql));
  prepare.mockRestore();
  return [...statements].flatMap(explain);
}

function explain(sql: string): string[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, 1]);
  const bound = names.length > 0 ? [Object.fromEntries(names)] : [...sql.matchAll(/\?/g)].map(() => 1);
  const steps = db.$client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound) as { detail: string }[];
  return steps.map(({ detail }) => detail);
}

test("every query about sending is here", () => {
  const modules = [outbox, lookups, facts, oneTime, oneTimeLists, uploads, errors, groups, erased, failedAbout];
  const exported = modules
    .flatMap((module) => Object.entries(module))
    .filter(([, value]) => typeof value === "function");
  expect(Object.keys(QUERIES).sort()).toEqual(exported.map(([name]) => name).sort());
  expect([...plans.values()].flat().length).toBeGreaterThan(80);
});

test.each([...plans])("%s finds its rows by an index, in their order", (name, steps) => {
  const long = steps.filter((step) => /^SCAN|TEMP B-TREE/.test(step));
  expect(long.filter((step) => !ALLOWED[name]?.includes(step))).toEqual([]);
});
