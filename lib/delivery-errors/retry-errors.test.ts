import { beforeEach, describe, expect, test } from "vitest";
import type { DeliveryErrorSelection } from "@/lib/api/schemas/delivery-errors";
import { inTransaction } from "@/lib/db/transaction";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { Changes } from "@/lib/inbox/changes";
import { toSendFailure } from "@/lib/outbox/outbox-failure";
import { recordOutcome } from "@/lib/outbox/record-outcome";
import { NOON, PAGE } from "@/tests/support/build-notification";
import { aFailedCall } from "@/tests/support/failed-calls";
import { outboxUnderTest } from "@/tests/support/outbox-under-test";
import { listGroupsOfPage } from "./delivery-error-group-queries";
import { resolveDeliveryError } from "./delivery-error-queries";
import { markErrors } from "./mark-errors";
import { retryErrors } from "./retry-errors";

const AT = NOON + 10;
let desk: ReturnType<typeof outboxUnderTest>;
let woken: number[];
let published: Changes[];
beforeEach(() => {
  desk = outboxUnderTest();
  woken = [];
  published = [];
});

const refusal = (code: number, subcode?: number) =>
  new GraphError({ message: "no", code, error_subcode: subcode }, { httpStatus: 400, usage: {} });
const LOST = new GraphUnavailableError("broken", { mayHaveArrived: true });

/** A message that could not be sent. */
function aFailed(error: unknown, conversationId = desk.aConversation()): { messageId: number; errorId: string } {
  const messageId = desk.say(conversationId, { text: "Hi" });
  const claim = desk.claim(messageId);
  if (!claim) throw new Error("There was nothing to send.");
  const outcome = { claim, sendFailure: toSendFailure(error), retryInMs: null, lookupInMs: 1 };
  inTransaction(desk.db, () => recordOutcome(desk.db, outcome, new Changes(), AT));
  return { messageId, errorId: String(desk.errors().at(-1)?.id) };
}
function retry(selection: DeliveryErrorSelection, { dryRun = false, cursor = undefined as string | undefined } = {}) {
  const outbox = { wake: (messageIds: readonly number[]) => void woken.push(...messageIds) };
  const surroundings = { publish: (changes: Changes) => void published.push(changes), outbox };
  return retryErrors(desk.db, { pages: "all", selection, dryRun, cursor }, surroundings, AT);
}
const groups = () => listGroupsOfPage(desk.db, PAGE).map(({ cause, total, open }) => ({ cause, total, open }));
const GROUP = { pageId: PAGE, cause: "2" };

describe("trying a selection again", () => {
  test("sends what can go, and says of each of the others why not", () => {
    const passing = aFailed(refusal(2));
    const lost = aFailed(LOST);
    const closed = aFailed(refusal(10, 2018278));
    const action = aFailedCall(desk.db, { pageId: PAGE, operation: "react", failure: { code: 2, subcode: null } });
    const over = aFailed(refusal(2));
    inTransaction(desk.db, () => resolveDeliveryError(desk.db, Number(over.errorId)));
    const ids = [closed.errorId, passing.errorId, lost.errorId, String(action), over.errorId, "999", passing.errorId];
    const expected = {
      retried: 1,
      hasMore: false,
      nextCursor: null,
      refused: [
        { deliveryErrorId: lost.errorId, reason: expect.stringContaining("one by one") },
        { deliveryErrorId: closed.errorId, reason: expect.any(String) },
        { deliveryErrorId: String(action), reason: expect.stringContaining("not a message") },
        { deliveryErrorId: over.errorId, reason: "This message has been sent." },
        { deliveryErrorId: "999", reason: "There is no such delivery error." },
      ],
    };
    const going = [{ deliveryErrorId: passing.errorId, displayName: null, preview: "Hi", previewKind: "text" }];
    expect(retry({ ids }, { dryRun: true })).toEqual({ ...expected, going });
    expect([woken, published, desk.queued(passing.messageId)?.state]).toEqual([[], [], "failed"]);
    expect(retry({ ids })).toEqual({ ...expected, going: [] });
    expect(woken).toEqual([passing.messageId]);
    expect(published).toHaveLength(1);
    expect(desk.queued(passing.messageId)?.state).toBe("waiting");
    expect(groups()).toEqual(
      expect.arrayContaining([
        { cause: "2", total: 2, open: 0 },
        { cause: "react:2", total: 1, open: 1 },
      ]),
    );
    expect(retry({ ids: [passing.errorId] })).toMatchObject({
      retried: 0,
      refused: [{ reason: expect.stringContaining("on its way") }],
    });
  });

  test("of one message that failed twice only the newer error can be", () => {
    const { messageId, errorId } = aFailed(refusal(2));
    retry({ ids: [errorId] });
    const claim = desk.claim(messageId);
    if (!claim) throw new Error("There was nothing to send.");
    const outcome = { claim, sendFailure: toSendFailure(refusal(1)), retryInMs: null, lookupInMs: 1 };
    inTransaction(desk.db, () => recordOutcome(desk.db, outcome, new Changes(), AT));
    const newer = String(desk.errors().at(-1)?.id);
    const refused = [{ deliveryErrorId: errorId, reason: expect.stringContaining("newer error") }];
    expect(retry({ ids: [newer, errorId] })).toMatchObject({ retried: 1, refused });
  });

  test("of a group goes through all of it, part by part, and through what it cannot send once", () => {
    const conversations = Array.from({ length: 5 }, () => desk.aConversation());
    for (let index = 0; index < 405; index += 1) aFailed(refusal(2), conversations[index % 5]);
    aFailed(refusal(1));
    const parts: { retried: number; hasMore: boolean }[] = [];
    for (let cursor: string | undefined | null; cursor !== null; ) {
      const { nextCursor, ...part } = retry(GROUP, { cursor: cursor ?? undefined });
      parts.push({ retried: part.retried, hasMore: part.hasMore });
      cursor = nextCursor;
    }
    expect(parts).toEqual([
      { retried: 200, hasMore: true },
      { retried: 200, hasMore: true },
      { retried: 5, hasMore: false },
    ]);
    expect(new Set(woken).size).toBe(405);
    expect(groups()).toEqual([
      { cause: "1", total: 1, open: 1 },
      { cause: "2", total: 405, open: 0 },
    ]);
  });
});

test("known errors are not open, can be opened again, and what has another status is left alone", () => {
  const [one, two] = [aFailed(refusal(2)), aFailed(refusal(2))];
  inTransaction(desk.db, () => resolveDeliveryError(desk.db, Number(two.errorId)));
  const all = { ids: [one.errorId, two.errorId, "999", one.errorId] };
  const mark = (isKnown: boolean) => markErrors(desk.db, { pages: "all", selection: all, isKnown });
  expect(mark(false)).toEqual({ changed: 0, hasMore: false });
  expect(mark(true)).toEqual({ changed: 1, hasMore: false });
  expect(groups()).toEqual([{ cause: "2", total: 2, open: 0 }]);
  expect(mark(true)).toEqual({ changed: 0, hasMore: false });
  expect(mark(false)).toEqual({ changed: 1, hasMore: false });
  expect(desk.errors().map(({ status }) => status)).toEqual(["open", "resolved"]);
  expect(groups()).toEqual([{ cause: "2", total: 2, open: 1 }]);
});

test("a group is marked as known part by part", () => {
  for (let index = 0; index < 501; index += 1) {
    aFailedCall(desk.db, { pageId: PAGE, failure: { code: 2, subcode: null } });
  }
  const mark = () => markErrors(desk.db, { pages: "all", selection: GROUP, isKnown: true });
  expect([mark(), mark(), mark()]).toEqual([
    { changed: 500, hasMore: true },
    { changed: 1, hasMore: false },
    { changed: 0, hasMore: false },
  ]);
  expect(groups()).toEqual([{ cause: "2", total: 501, open: 0 }]);
});
