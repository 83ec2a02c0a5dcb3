import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Counter } from "./counter";

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => void vi.useRealTimers());

const LIMIT = { points: 3, seconds: 60 };
const times = async (count: number, work: () => Promise<number>) => {
  const waits: number[] = [];
  for (let i = 0; i < count; i += 1) waits.push(await work());
  return waits;
};

describe("a limit", () => {
  test("lets so many through, says how long to wait then, and lets them through again after that", async () => {
    const counter = new Counter(LIMIT, 10);
    expect(await times(3, () => counter.consume("a"))).toEqual([0, 0, 0]);
    vi.advanceTimersByTime(20_000);
    expect(await times(2, () => counter.consume("a"))).toEqual([40, 40]);
    expect(await counter.findWait("a")).toBe(40);
    vi.advanceTimersByTime(39_000);
    expect(await counter.consume("a")).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(await counter.findWait("a")).toBe(0);
    expect(await times(4, () => counter.consume("a"))).toEqual([0, 0, 0, 60]);
  });

  test("is one for each key, and lets nobody through by asking at the same moment", async () => {
    const counter = new Counter(LIMIT, 10);
    const waits = await Promise.all(Array.from({ length: 10 }, () => counter.consume("a")));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
    expect(await counter.consume("b")).toBe(0);
  });

  test("gets back what turned out not to count, and begins anew when told", async () => {
    const counter = new Counter(LIMIT, 10);
    await times(3, () => counter.consume("a"));
    await counter.giveBack("a");
    expect(await times(2, () => counter.consume("a"))).toEqual([0, 60]);
    await counter.reset("a");
    expect(await times(3, () => counter.consume("a"))).toEqual([0, 0, 0]);
    await counter.giveBack("nobody");
    expect(await counter.findWait("nobody")).toBe(0);
  });
});

test("a million addresses are forgotten again, the oldest first, and the newest still count", async () => {
  vi.useRealTimers();
  const counter = new Counter({ points: 3, seconds: 3_600 }, 1_000);
  const before = process.memoryUsage().heapUsed;
  const address = (i: number) => `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`;
  let largest = 0;
  for (let i = 0; i < 1_000_000; i += 1) {
    await counter.consume(address(i));
    if (counter.size > largest) largest = counter.size;
  }
  expect(largest).toBe(1_000);
  // Kept, they take some 300 MB.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
  expect(await times(3, () => counter.consume(address(999_999)))).toEqual([0, 0, 3_600]);
  expect(await times(4, () => counter.consume(address(0)))).toEqual([0, 0, 0, 3_600]);
}, 60_000);
