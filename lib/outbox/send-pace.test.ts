import { beforeEach, describe, expect, test } from "vitest";
import { SendPace } from "./send-pace";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const RATE = 613;

let nowMs: number;
let random: number;
let pace: SendPace;
beforeEach(() => {
  nowMs = 40 * MINUTE;
  random = 0;
  const settings = { textPerSecond: 100, mediaPerSecond: 10, retryMs: SECOND };
  pace = new SendPace(
    settings,
    () => random,
    () => nowMs,
  );
});

const wait = (pageId = "1", { isMedia = false, inFlight = 0 } = {}) => pace.at(nowMs).waitMs(pageId, isMedia, inFlight);
/** How many of a Page may go at this moment. */
function burst(pageId = "1", isMedia = false): number {
  let count = 0;
  while (count < 1_000 && wait(pageId, { isMedia }) === 0) count += 1;
  return count;
}
const usage = (percent: number, minutes = 0) => ({
  "x-business-use-case-usage": JSON.stringify({
    "900": [{ type: "messenger", call_count: percent, total_time: 1, estimated_time_to_regain_access: minutes }],
  }),
});

describe("within Meta's limits", () => {
  test("text, and audio and video, have limits of their own, and so has every Page", () => {
    expect([burst(), burst("1", true), burst("2")]).toEqual([5, 2, 5]);
    expect(wait()).toBe(10);
    expect(wait("1", { isMedia: true })).toBe(100);
  });

  test("a Page has 32 requests under way at most", () => {
    expect(wait("1", { inFlight: 31 })).toBe(0);
    expect(wait("1", { inFlight: 32 })).toBe(Number.POSITIVE_INFINITY);
    expect(wait("2", { inFlight: 0 })).toBe(0);
  });

  test.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [4, 8_000],
    [5, null],
    [9, null],
  ])("what passes is tried again after attempt %d in %s ms", (attempts, expected) => {
    expect(pace.retryDelayMs(attempts)).toBe(expected);
  });
});

describe("what the usage headers say", () => {
  test.each([
    [50, 10],
    [90, 10],
    [95, 20],
    [99, 100],
    [99.9, 200],
  ])("at %d percent the next one goes after %d ms", (percent, waitMs) => {
    pace.noteUsage("1", usage(percent));
    burst();
    expect(wait()).toBe(waitMs);
    expect(burst("2")).toBe(5);
  });

  test.each([
    ["the time Meta names", usage(97, 3), 3 * MINUTE],
    ["a minute at 100 percent without a time", usage(100), MINUTE],
    ["the time Meta names at 100 percent", usage(130, 2), 2 * MINUTE],
    ["a minute at 100 percent by the older header", { "x-page-usage": '{"call_count":100}' }, MINUTE],
  ])("the Page waits %s, and no other", (_, headers, waitMs) => {
    pace.noteUsage("1", headers);
    expect(wait()).toBe(waitMs);
    expect(wait("2")).toBe(0);
    nowMs += waitMs;
    expect(wait()).toBe(0);
  });

  test("a shorter time named later does not end the wait", () => {
    pace.noteUsage("1", usage(100, 5));
    pace.noteUsage("1", usage(100, 1));
    expect(wait()).toBe(5 * MINUTE);
  });

  test.each([
    ["that it is full", { "x-app-usage": '{"call_count":100,"total_time":1}' }, MINUTE],
    ["for how long", { "x-app-usage": '{"call_count":99,"estimated_time_to_regain_access":4}' }, 4 * MINUTE],
  ])("of the whole app, %s: all Pages wait", (_, headers, waitMs) => {
    pace.noteUsage("1", headers);
    expect([wait("1"), wait("2"), wait("3")]).toEqual([waitMs, waitMs, waitMs]);
    nowMs += waitMs;
    expect(wait("2")).toBe(0);
  });

  test("slows down for a minute: Meta sends nothing once there is nothing to say", () => {
    pace.noteUsage("1", usage(99));
    burst();
    expect(wait()).toBe(100);
    pace.noteUsage("1", {});
    expect(wait()).toBe(100);
    nowMs += MINUTE;
    burst();
    expect(wait()).toBe(10);
  });

  test("of less, it goes as fast as before at once", () => {
    pace.noteUsage("1", usage(99));
    pace.noteUsage("1", usage(20));
    burst();
    expect(wait()).toBe(10);
  });
});

describe("a refusal for too many calls", () => {
  test("holds back the whole Page, longer each time, and nobody else", () => {
    const waits = [1, 2, 4, 8, 16].map((seconds) => {
      expect(pace.noteRateLimit("1", RATE)).toBe(seconds * SECOND);
      expect([wait("1"), wait("2")]).toEqual([seconds * SECOND, 0]);
      nowMs += seconds * SECOND;
      return wait("1");
    });
    expect(waits).toEqual([0, 0, 0, 0, 0]);
  });

  test("is spread by chance, so that Pages do not come back together", () => {
    random = 1;
    expect(pace.noteRateLimit("1", RATE)).toBe(500);
    random = 0.5;
    expect(pace.noteRateLimit("2", RATE)).toBe(750);
  });

  test("of several that were under way together is one", () => {
    expect([1, 2, 3].map(() => pace.noteRateLimit("1", RATE))).toEqual([SECOND, SECOND, SECOND]);
    nowMs += SECOND;
    expect(pace.noteRateLimit("1", RATE)).toBe(2 * SECOND);
  });

  test("lets one call go first, and the others once Meta took it", () => {
    pace.noteRateLimit("1", RATE);
    nowMs += SECOND;
    expect(wait("1", { inFlight: 1 })).toBe(Number.POSITIVE_INFINITY);
    expect(wait("1", { inFlight: 0 })).toBe(0);
    pace.noteAnswer("1");
    expect(wait("1", { inFlight: 1 })).toBe(0);
    expect(pace.noteRateLimit("1", RATE)).toBe(SECOND);
  });

  test("with a time that Meta names lasts exactly that", () => {
    pace.noteUsage("1", usage(100, 30));
    expect(pace.noteRateLimit("1", RATE)).toBe(30 * MINUTE);
    nowMs += 30 * MINUTE;
    expect(wait("1")).toBe(0);
    expect(wait("1", { inFlight: 1 })).toBe(Number.POSITIVE_INFINITY);
  });

  test("of the app as a whole (4) holds back every Page", () => {
    expect(pace.noteRateLimit("1", 4)).toBe(SECOND);
    expect([wait("1"), wait("2")]).toEqual([SECOND, SECOND]);
  });

  const RUNS: [what: string, headers: object, longestMs: number, lastWaitMs: number][] = [
    ["a minute, where Meta names no time", {}, MINUTE, MINUTE],
    ["an hour, where Meta does", usage(100, 7), HOUR, 7 * MINUTE],
    ["an hour, where Meta says that the Page is full", usage(100), HOUR, MINUTE],
    ["an hour, where Meta does of the app", { "x-app-usage": '{"call_count":100}' }, HOUR, 5 * MINUTE],
  ];
  test.each(RUNS)("is waited for through %s; then the message fails", (_, headers, longestMs, lastWaitMs) => {
    const startMs = nowMs;
    let last: number | null = 0;
    for (let times = 0; last !== null && times < 500; times += 1) {
      nowMs += last;
      pace.noteUsage("1", headers as Record<string, string>);
      last = pace.noteRateLimit("1", RATE);
    }
    expect(last).toBeNull();
    expect(nowMs - startMs).toBeGreaterThan(longestMs);
    expect(nowMs - startMs).toBeLessThanOrEqual(longestMs + lastWaitMs + 5 * SECOND);
    pace.noteAnswer("1");
    expect(pace.noteRateLimit("1", RATE)).not.toBeNull();
  });

  test("counts from anew after a time in which nobody asked", () => {
    pace.noteRateLimit("1", RATE);
    nowMs += 2 * HOUR;
    expect(pace.noteRateLimit("1", RATE)).toBe(SECOND);
  });

  test("for longer than an hour is waited for once, because Meta named it", () => {
    pace.noteUsage("1", usage(100, 90));
    expect(pace.noteRateLimit("1", RATE)).toBe(90 * MINUTE);
    nowMs += 90 * MINUTE;
    pace.noteUsage("1", usage(100, 90));
    expect(pace.noteRateLimit("1", RATE)).toBeNull();
  });
});
