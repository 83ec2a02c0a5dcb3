import { expect, test } from "vitest";
import { openDb } from "@/lib/db/db";
import { endFieldJob, findFieldJob, findRunningFieldJob, insertFieldJob, listFieldJobPages } from "./field-job-queries";

const aJob = {
  createdMs: 1_790_000_000_000,
  userId: "dana",
  undoesId: null,
  pages: [{ pageId: "1", fields: ["messages", "standby"], before: ["messages"], status: "waiting", problem: null }],
} as const;

test("a hundred finished jobs are kept with their Pages, and every one that runs", () => {
  const db = openDb(":memory:");
  const pages = aJob.pages.map((page) => ({ ...page, fields: [...page.fields], before: [...page.before] }));
  const running = insertFieldJob(db, { ...aJob, pages });
  const oldest = insertFieldJob(db, { ...aJob, pages });
  endFieldJob(db, oldest, "done", aJob.createdMs);
  for (let count = 0; count < 100; count += 1) {
    endFieldJob(db, insertFieldJob(db, { ...aJob, pages }), "done", aJob.createdMs);
  }
  expect(findFieldJob(db, oldest)).toBeNull();
  expect(listFieldJobPages(db, oldest, "waiting")).toEqual([]);
  expect(findFieldJob(db, oldest + 1)).toMatchObject({ status: "done" });
  expect(findRunningFieldJob(db)).toMatchObject({ id: running });
  expect(listFieldJobPages(db, running, "waiting")).toEqual(pages);
});
