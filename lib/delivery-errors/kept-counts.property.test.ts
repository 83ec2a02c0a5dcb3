import fc from "fast-check";
import { expect, test } from "vitest";
import { type Db, openDb } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { aFailedCall, DAY_MS, NOON } from "@/tests/support/failed-calls";
import { markDeliveryErrorRetried, resolveDeliveryError } from "./delivery-error-queries";
import { eraseDeliveryErrors } from "./erase-delivery-error-queries";
import { markErrors } from "./mark-errors";

const PAGES = ["1", "2"];
const CODES = [
  { code: 10, subcode: 2018278 },
  { code: 2, subcode: null },
  { code: null, subcode: null, unanswered: "not_sent" },
] as const;

const someError = fc.nat(40);
const someGroup = { page: fc.constantFrom(...PAGES), cause: fc.constantFrom("10/2018278", "2", "not_sent") };
const someStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("fail" as const), page: someGroup.page, what: fc.nat(2), hour: fc.nat(60) }),
  },
  fc.record({ do: fc.constantFrom("retry" as const, "resolve" as const), error: someError }),
  fc.record({
    do: fc.constant("mark" as const),
    errors: fc.array(someError, { minLength: 1, maxLength: 5 }),
    isKnown: fc.boolean(),
  }),
  fc.record({ do: fc.constant("markGroup" as const), ...someGroup, isKnown: fc.boolean() }),
  fc.record({ do: fc.constant("erase" as const), conversation: fc.integer({ min: 1, max: 4 }) }),
);

test("the counts of groups and days are what counting would find, whatever happened", () => {
  const db = openDb(":memory:");
  fc.assert(
    fc.property(fc.array(someStep, { maxLength: 60 }), (steps) => {
      db.$client.exec(
        "DELETE FROM delivery_errors; DELETE FROM delivery_error_groups; DELETE FROM delivery_error_days;",
      );
      db.$client.exec("DELETE FROM sqlite_sequence WHERE name = 'delivery_errors'");
      for (const [index, step] of steps.entries()) {
        if (step.do === "fail") {
          const atMs = NOON + step.hour * 3_600_000;
          aFailedCall(db, { pageId: step.page, conversationId: 1 + (index % 4), atMs, failure: CODES[step.what] });
        } else if (step.do === "mark") {
          markErrors(db, { pages: "all", selection: { ids: step.errors.map(String) }, isKnown: step.isKnown });
        } else if (step.do === "markGroup") {
          markErrors(db, { pages: "all", selection: { pageId: step.page, cause: step.cause }, isKnown: step.isKnown });
        } else if (step.do === "erase") {
          inTransaction(db, () => eraseDeliveryErrors(db, step.conversation));
        } else {
          const change = step.do === "retry" ? markDeliveryErrorRetried : resolveDeliveryError;
          inTransaction(db, () => change(db, step.error));
        }
      }
      expect(keptGroups(db)).toEqual(countedGroups(db));
      expect(keptDays(db)).toEqual(countedDays(db));
    }),
    { numRuns: 300 },
  );
});

const all = (db: Db, sql: string) => db.$client.prepare(sql).all();

const keptGroups = (db: Db) =>
  all(
    db,
    "SELECT page_id, cause, total, open, first_ms, last_ms, last_error_id FROM delivery_error_groups ORDER BY 1, 2",
  );

const countedGroups = (db: Db) =>
  all(
    db,
    `SELECT page_id, cause, count(*) AS total, sum(status = 'open') AS open, min(at_ms) AS first_ms, max(at_ms) AS last_ms,
       max(id) AS last_error_id FROM delivery_errors GROUP BY 1, 2 ORDER BY 1, 2`,
  );

const keptDays = (db: Db) => all(db, "SELECT page_id, cause, day, count FROM delivery_error_days ORDER BY 1, 2, 3");

const countedDays = (db: Db) =>
  all(
    db,
    `SELECT page_id, cause, at_ms / ${DAY_MS} AS day, count(*) AS count FROM delivery_errors GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );
