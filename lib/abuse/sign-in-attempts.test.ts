import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LIMITS } from "./limits";
import { consumeSignIn, consumeSignInFor, noteSignedIn } from "./sign-in-attempts";

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => {
  vi.advanceTimersByTime(24 * 60 * 60 * 1000); // The counters are the process's: what one test counted is over for the next.
  vi.useRealTimers();
});

const tooMany = { code: "too_many_requests", status: 429, retryAfterS: expect.any(Number) };
async function repeat(count: number, work: () => Promise<void>) {
  for (let i = 0; i < count; i += 1) await work();
}

test("after too many failures an address waits; another one does not, but for its own /64", async () => {
  await repeat(LIMITS.signInByAddress.points, () => consumeSignIn("2001:db8:1:2::7"));
  await expect(consumeSignIn("2001:db8:1:2::8")).rejects.toMatchObject({ ...tooMany, retryAfterS: 900 });
  await consumeSignIn("2001:db8:1:3::8");
  vi.advanceTimersByTime(LIMITS.signInByAddress.seconds * 1000);
  await consumeSignIn("2001:db8:1:2::7");
});

test("who signs in again and again is never made to wait", async () => {
  await repeat(LIMITS.signInByAddress.points * 3, async () => {
    await consumeSignIn("203.0.113.4");
    await noteSignedIn({ ip: "203.0.113.4" });
  });
});

test("an own account does not help in trying others: success gives an address one attempt back, no more", async () => {
  const guess = async () => {
    await repeat(2, () => consumeSignIn("203.0.113.5"));
    await noteSignedIn({ ip: "203.0.113.5" });
  };
  await expect(repeat(LIMITS.signInByAddress.points, guess)).rejects.toMatchObject(tooMany);
});

test("an account is counted from wherever they try, however it is written, and begins anew with a success", async () => {
  await repeat(LIMITS.signInByAccount.points - 1, () => consumeSignInFor("ana@example.test"));
  await consumeSignInFor(" Ana@Example.TEST ");
  await expect(consumeSignInFor("ana@example.test")).rejects.toMatchObject(tooMany);
  await noteSignedIn({ ip: "203.0.113.6", account: "ana@example.test" });
  await repeat(LIMITS.signInByAccount.points, () => consumeSignInFor("ana@example.test"));
});

test("where nobody knows who is calling, nobody is shut out by others", async () => {
  await repeat(LIMITS.signInByAddress.points * 2, () => consumeSignIn("unknown"));
});
