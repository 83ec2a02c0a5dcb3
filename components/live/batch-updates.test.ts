import { expect, test } from "vitest";
import { batchUpdates } from "./batch-updates";

function start() {
  const scheduled: { task: () => void; notBeforeMs: number }[] = [];
  const delivered: number[][] = [];
  const clock = { ms: 0 };
  const batch = batchUpdates<number>((items) => delivered.push(items), {
    schedule: (task, notBeforeMs) => {
      const entry = { task, notBeforeMs };
      scheduled.push(entry);
      return () => void scheduled.splice(scheduled.indexOf(entry), 1);
    },
    now: () => clock.ms,
  });
  return { batch, clock, delivered, scheduled, run: () => scheduled[0]?.task() };
}

test("what arrives before the next paint is delivered together, in order", () => {
  const { batch, delivered, run, scheduled } = start();
  for (const item of [1, 2, 3]) batch.push(item);
  expect(scheduled).toMatchObject([{ notBeforeMs: 0 }]);
  run();
  batch.push(4);
  run();
  expect(delivered).toEqual([[1, 2, 3], [4]]);
});

test("a storm is delivered ten times a second, and a lone event at once again after it", () => {
  const { batch, clock, run, scheduled } = start();
  batch.push(1);
  run();
  clock.ms = 30;
  batch.push(2);
  expect(scheduled).toMatchObject([{ notBeforeMs: 70 }]);
  run();
  clock.ms = 500;
  batch.push(3);
  expect(scheduled).toMatchObject([{ notBeforeMs: 0 }]);
});

test("flushing delivers at once, and nothing twice", () => {
  const { batch, delivered, scheduled } = start();
  batch.push(1);
  batch.flush();
  batch.flush();
  expect(delivered).toEqual([[1]]);
  expect(scheduled).toHaveLength(0);
});

test("clearing forgets", () => {
  const { batch, delivered, scheduled } = start();
  batch.push(1);
  batch.clear();
  expect(scheduled).toHaveLength(0);
  expect(delivered).toEqual([]);
});
