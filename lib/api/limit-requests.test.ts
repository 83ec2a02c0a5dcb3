import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LIMITS } from "@/lib/abuse/limits";
import { AppError, type ErrorCode } from "@/lib/errors";
import { limitCaller, limitRefused } from "./limit-requests";

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => {
  vi.advanceTimersByTime(60 * 60 * 1000);
  vi.useRealTimers();
});

const tooMany = { code: "too_many_requests", status: 429, retryAfterS: 60 };
const key = (id: string) => ({ apiKeyId: id, sessionId: "" });
const session = (id: string) => ({ apiKeyId: null, sessionId: id });
async function repeat(count: number, work: () => Promise<unknown>) {
  for (let i = 0; i < count; i += 1) await work();
}

describe("somebody who is known", () => {
  test("by key has so many requests a minute, and each key its own", async () => {
    await repeat(LIMITS.apiKey.points, () => limitCaller(key("one")));
    await expect(limitCaller(key("one"))).rejects.toMatchObject(tooMany);
    await limitCaller(key("two"));
    vi.advanceTimersByTime(60_000);
    await limitCaller(key("one"));
  });

  test("by session has many more", async () => {
    expect(LIMITS.apiSession.points).toBeGreaterThanOrEqual(500 * 60);
    await repeat(LIMITS.apiSession.points, () => limitCaller(session("one")));
    await expect(limitCaller(session("one"))).rejects.toMatchObject(tooMany);
    await limitCaller(session("two"));
  });
});

describe("nobody", () => {
  const refused = (code: ErrorCode) => new AppError(code, "No.");

  test("is told so in place of the refusal, by address, after so many that could be guesses", async () => {
    const error = refused("no_session");
    await repeat(LIMITS.apiRefused.points, async () =>
      expect(await limitRefused(error, { ip: "192.0.2.1" })).toBe(error),
    );
    expect(await limitRefused(error, { ip: "192.0.2.1" })).toMatchObject(tooMany);
    expect(await limitRefused(error, { ip: "192.0.2.2" })).toBe(error);
  });

  test("is not, for what is no guess, and where nobody knows who is calling", async () => {
    const foreign = refused("foreign_origin");
    const bug = new Error("a bug");
    await repeat(LIMITS.apiRefused.points + 1, async () => {
      expect(await limitRefused(foreign, { ip: "192.0.2.3" })).toBe(foreign);
      expect(await limitRefused(bug, { ip: "192.0.2.3" })).toBe(bug);
    });
    const error = refused("no_session");
    await repeat(LIMITS.apiRefused.points + 1, async () =>
      expect(await limitRefused(error, { ip: "unknown" })).toBe(error),
    );
  });
});
