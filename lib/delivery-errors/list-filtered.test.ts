import { expect, test } from "vitest";
import { type Db, openDb } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { aFailedCall } from "@/tests/support/failed-calls";
import { type DeliveryErrorRow, resolveDeliveryError } from "./delivery-error-queries";
import { type DeliveryErrorFilter, listFiltered } from "./list-filtered";

/** Sixty errors of three causes on two Pages and in five conversations, every third of them resolved. */
function someErrors(): Db {
  const db = openDb(":memory:");
  const failures = [
    { code: 10, subcode: 2018278 },
    { code: 190, subcode: 463 },
    { code: 2, subcode: null },
  ] as const;
  for (let index = 0; index < 60; index += 1) {
    const failure = failures[(index >> 1) % 3];
    const id = aFailedCall(db, { pageId: String(1 + (index % 2)), conversationId: 1 + (index % 5), failure });
    if (index % 3 === 0) inTransaction(db, () => resolveDeliveryError(db, id));
  }
  return db;
}

const FILTERS: { filter: Partial<DeliveryErrorFilter>; matches: (row: DeliveryErrorRow) => boolean }[] = [
  { filter: {}, matches: () => true },
  { filter: { pageId: "1" }, matches: (row) => row.pageId === "1" },
  { filter: { pageId: "nobody's" }, matches: () => false },
  { filter: { status: "open" }, matches: (row) => row.status === "open" },
  { filter: { pageId: "2", status: "resolved" }, matches: (row) => row.pageId === "2" && row.status === "resolved" },
  { filter: { cause: "190/463" }, matches: (row) => row.code === 190 },
  {
    filter: { cause: "190/463", pageId: "2", status: "open" },
    matches: (row) => row.code === 190 && row.pageId === "2" && row.status === "open",
  },
  { filter: { errorClass: "window" }, matches: (row) => row.code === 10 },
  {
    filter: { errorClass: "token", status: "resolved" },
    matches: (row) => row.code === 190 && row.status === "resolved",
  },
  { filter: { errorClass: "token", cause: "2" }, matches: () => false },
  { filter: { pages: ["1"] }, matches: (row) => row.pageId === "1" },
  { filter: { pages: ["1"], pageId: "2" }, matches: () => false },
  { filter: { pages: ["1"], status: "open" }, matches: (row) => row.pageId === "1" && row.status === "open" },
  { filter: { pages: ["2"], errorClass: "token" }, matches: (row) => row.pageId === "2" && row.code === 190 },
  { filter: { pages: [], conversationId: 3 }, matches: () => false },
  {
    filter: { pages: ["2"], conversationId: 3 },
    matches: (row) => row.pageId === "2" && row.conversationId === 3,
  },
  { filter: { conversationId: 3 }, matches: (row) => row.conversationId === 3 },
  {
    filter: { conversationId: 3, status: "open", errorClass: "window", pageId: "1" },
    matches: (row) => row.conversationId === 3 && row.status === "open" && row.code === 10 && row.pageId === "1",
  },
];

test.each(FILTERS)("errors by $filter, newest first, page by page", ({ filter, matches }) => {
  const db = someErrors();
  const everything = listFiltered(db, { pages: "all" }, { beforeId: undefined, limit: 100 });
  const wanted = everything.filter(matches).map(({ id }) => id);
  const found: number[] = [];
  for (let part: number[]; ; found.push(...part)) {
    part = listFiltered(db, { pages: "all", ...filter }, { beforeId: found.at(-1), limit: 7 }).map(({ id }) => id);
    if (part.length === 0) break;
  }
  expect(found).toEqual(wanted);
  expect(everything.map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, index) => 60 - index));
});
