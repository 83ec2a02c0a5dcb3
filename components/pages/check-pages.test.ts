import { expect, it, vi } from "vitest";
import type { PageProblem } from "@/lib/api/schemas/pages";
import { type CheckRound, checkPages } from "./check-pages";

const ids = Array.from({ length: 20 }, (_, index) => String(index));
const aProblem = (code: PageProblem["code"]): PageProblem => ({
  code,
  severity: "attention",
  title: "",
  detail: "",
  fix: "",
  since: null,
});
const healthy = { problems: [] };

async function run(
  check: (pageId: string) => Promise<{ problems: PageProblem[] }>,
  signal = new AbortController().signal,
) {
  const rounds: CheckRound[] = [];
  await checkPages(ids, { check, signal, onProgress: (round) => rounds.push(round) });
  return rounds;
}

it("checks each Page once, few at a time, and counts what was found", async () => {
  let underWay = 0;
  let most = 0;
  const check = vi.fn(async (pageId: string) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
    return pageId === "3" ? { problems: [aProblem("fields_missing")] } : healthy;
  });
  const rounds = await run(check);
  expect(check.mock.calls.map(([pageId]) => pageId)).toEqual(ids);
  expect(most).toBe(2);
  expect(rounds.at(0)).toMatchObject({ done: 0, total: 20, isOver: false });
  expect(rounds.at(-1)).toEqual({ total: 20, done: 20, problems: 1, failed: 0, isOver: true, gaveUp: false });
});

it("goes on past a single failure", async () => {
  const rounds = await run(async (pageId) => {
    if (pageId === "5") throw new Error("unlinked meanwhile");
    return healthy;
  });
  expect(rounds.at(-1)).toMatchObject({ done: 20, failed: 1, gaveUp: false });
});

it("gives up when Meta answers nobody", async () => {
  const check = vi.fn(async () => ({ problems: [aProblem("check_failed")] }));
  const rounds = await run(check);
  expect(rounds.at(-1)).toMatchObject({ gaveUp: true, isOver: true });
  expect(check.mock.calls.length).toBeLessThan(7);
});

it("stops when told to", async () => {
  const stop = new AbortController();
  const check = vi.fn(async () => {
    stop.abort();
    return healthy;
  });
  await run(check, stop.signal);
  expect(check.mock.calls.length).toBeLessThan(4);
});
