import { expect, test } from "vitest";
import { batchPerFrame } from "./batch-per-frame";

function start() {
  const frames: (() => void)[] = [];
  const delivered: number[][] = [];
  const batch = batchPerFrame<number>(
    (items) => delivered.push(items),
    (task) => {
      frames.push(task);
      return () => void frames.splice(frames.indexOf(task), 1);
    },
  );
  return { batch, delivered, frame: () => frames.shift()?.(), pending: () => frames.length };
}

test("what arrives within a frame is delivered together, in order", () => {
  const { batch, delivered, frame, pending } = start();
  for (const item of [1, 2, 3]) batch.push(item);
  expect(pending()).toBe(1);
  frame();
  batch.push(4);
  frame();
  expect(delivered).toEqual([[1, 2, 3], [4]]);
});

test("flushing delivers at once, and nothing twice", () => {
  const { batch, delivered, pending } = start();
  batch.push(1);
  batch.flush();
  batch.flush();
  expect(delivered).toEqual([[1]]);
  expect(pending()).toBe(0);
});

test("clearing forgets", () => {
  const { batch, delivered, pending } = start();
  batch.push(1);
  batch.clear();
  expect(pending()).toBe(0);
  expect(delivered).toEqual([]);
});
