import { expect, it } from "vitest";
import { type LinkOutcome, linkInBatches } from "./link-in-batches";

async function run(pageIds: string[], link: Parameters<typeof linkInBatches>[1]["link"], batchSize = 2) {
  const outcomes = new Map<string, LinkOutcome>();
  await linkInBatches(pageIds, {
    link,
    batchSize,
    reasonOf: (error) => (error instanceof Error ? error.message : "unknown"),
    onOutcome: (pageId, outcome) => outcomes.set(pageId, outcome),
  });
  return outcomes;
}

it("asks for a few Pages at a time and reports each", async () => {
  const asked: string[][] = [];
  const outcomes = await run(["1", "2", "3"], async (pageIds) => {
    asked.push(pageIds);
    return { results: pageIds.map((pageId) => ({ pageId, ok: true })) };
  });
  expect(asked).toEqual([["1", "2"], ["3"]]);
  expect([...outcomes.values()].every((outcome) => outcome.ok)).toBe(true);
});

it("keeps the reason of a Page that failed by itself", async () => {
  const outcomes = await run(["1", "2"], async () => ({
    results: [
      { pageId: "1", ok: false, problem: { code: "x", title: "No", detail: "Your role is too small." } },
      { pageId: "2", ok: true },
    ],
  }));
  expect(outcomes.get("1")).toEqual({ ok: false, reason: "Your role is too small." });
  expect(outcomes.get("2")).toEqual({ ok: true });
});

it("goes on after a batch that failed as a whole", async () => {
  const outcomes = await run(["1", "2", "3"], async (pageIds) => {
    if (pageIds.includes("1")) throw new Error("offline");
    return { results: pageIds.map((pageId) => ({ pageId, ok: true })) };
  });
  expect(outcomes.get("1")).toEqual({ ok: false, reason: "offline" });
  expect(outcomes.get("2")).toEqual({ ok: false, reason: "offline" });
  expect(outcomes.get("3")).toEqual({ ok: true });
});

it("counts a Page without an answer as not linked", async () => {
  const outcomes = await run(["1"], async () => ({ results: [] }));
  expect(outcomes.get("1")).toEqual({ ok: false, reason: "unknown" });
});
