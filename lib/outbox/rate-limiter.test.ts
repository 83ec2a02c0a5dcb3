import { expect, test } from "vitest";
import { RateLimiter } from "./rate-limiter";

/** Takes as many as may go from `fromMs` to before `toMs`, each as soon as it may. @returns when each went */
function drain(limiter: RateLimiter, { fromMs, toMs, speed }: { fromMs: number; toMs: number; speed?: number }) {
  const went: number[] = [];
  for (let nowMs = fromMs; nowMs < toMs; ) {
    const waitMs = limiter.waitMs(nowMs, speed);
    expect(Number.isInteger(waitMs)).toBe(true);
    if (waitMs === 0) {
      limiter.take(nowMs);
      went.push(nowMs);
    } else nowMs += waitMs;
  }
  return went;
}

const SECOND = 1_000;
/** The most in any second, whenever it begins. */
const mostInASecond = (went: number[]) =>
  Math.max(...went.map((fromMs) => went.filter((ms) => ms >= fromMs && ms < fromMs + SECOND).length));

test.each([1, 2, 10, 40, 300, 10_000])("%d a second: never more in any second, and hardly less", (perSecond) => {
  const seconds = perSecond > 1_000 ? 2 : 5;
  const went = drain(new RateLimiter(perSecond), { fromMs: 70_000, toMs: 70_000 + seconds * SECOND });
  if (perSecond <= 300) expect(mostInASecond(went)).toBeLessThanOrEqual(perSecond);
  expect(went.length).toBeLessThanOrEqual(perSecond * seconds);
  expect(went.length).toBeGreaterThanOrEqual(perSecond * seconds * 0.95 - 1);
});

test("lets a small burst through at once, and no second one right behind it", () => {
  const limiter = new RateLimiter(100);
  expect(drain(limiter, { fromMs: 5_000, toMs: 5_001 })).toHaveLength(5);
  expect(limiter.waitMs(5_001)).toBe(9);
  expect(limiter.waitMs(5_010)).toBe(0);
});

test("does not save up what was not used", () => {
  const limiter = new RateLimiter(100);
  drain(limiter, { fromMs: 0, toMs: SECOND });
  expect(drain(limiter, { fromMs: 60 * SECOND, toMs: 60 * SECOND + 1 })).toHaveLength(5);
});

test.each([
  [0.5, 50],
  [0.05, 5],
])("at a speed of %d it goes so much slower", (speed, expected) => {
  const limiter = new RateLimiter(100);
  drain(limiter, { fromMs: 0, toMs: 1, speed });
  const went = drain(limiter, { fromMs: 1, toMs: 1 + SECOND, speed });
  expect(Math.abs(went.length - expected)).toBeLessThanOrEqual(1);
});
