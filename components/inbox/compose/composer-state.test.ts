import { describe, expect, test } from "vitest";
import type { Page } from "@/lib/api/schemas/pages";
import { aConversation } from "../build-test-data";
import { toComposerState } from "./composer-state";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const UNKNOWN: Page["capabilities"] = { humanAgent: "unknown", oneTime: "unknown", utility: "unknown" };
const aPage = (overrides: Partial<Page> = {}) =>
  ({ status: "healthy", tokenStatus: "valid", capabilities: UNKNOWN, ...overrides }) as const;
const wroteAtZero = aConversation({ lastInboundAt: 0, lastAdAt: null });

describe("what the composer can do", () => {
  test("a day long it is a reply, for a week what a person writes, then nothing but templates", () => {
    const at = (nowMs: number) => toComposerState(wroteAtZero, aPage(), true, nowMs);
    expect(at(HOUR)).toMatchObject({ decision: { way: "response", leftMs: 23 * HOUR }, refusal: null, canQuote: true });
    expect(at(DAY)).toMatchObject({ decision: { way: "human_agent" }, refusal: null, canQuote: false });
    expect(at(8 * DAY)).toMatchObject({ refusal: { code: "human_agent_over", alternatives: ["utility"] } });
  });

  test("what comes after is known before", () => {
    const nextOf = (nowMs: number, page = aPage()) => toComposerState(wroteAtZero, page, true, nowMs).next;
    expect(nextOf(23 * HOUR)).toMatchObject({ way: "human_agent", untilMs: 7 * DAY });
    expect(nextOf(6 * DAY)).toMatchObject({ way: "refused", alternatives: ["utility"] });
    const bare = aPage({ capabilities: { ...UNKNOWN, humanAgent: "no", utility: "no" } });
    expect(nextOf(23 * HOUR, bare)).toMatchObject({ way: "refused", alternatives: [] });
    expect(nextOf(8 * DAY)).toBeNull();
  });

  test("a Page that may not use the human-agent tag has to wait for the person", () => {
    const page = aPage({ capabilities: { ...UNKNOWN, humanAgent: "no", utility: "no" } });
    const refusal = { code: "human_agent_missing", alternatives: [] };
    expect(toComposerState(wroteAtZero, page, true, 2 * DAY)).toMatchObject({ refusal });
  });

  test("an ad keeps the window open for a week, but not for quotes", () => {
    const fromAd = { ...wroteAtZero, lastAdAt: 0 };
    expect(toComposerState(fromAd, aPage(), true, 3 * DAY)).toMatchObject({
      decision: { way: "response", leftMs: 4 * DAY },
      canQuote: false,
    });
  });

  test("what the desk itself stands in the way of comes first", () => {
    const codeOf = (page: ReturnType<typeof aPage>, mayWrite: boolean) =>
      toComposerState(wroteAtZero, page, mayWrite, HOUR).refusal?.code;
    expect(codeOf(aPage({ tokenStatus: "invalid" }), true)).toBe("token");
    expect(codeOf(aPage({ tokenStatus: "missing" }), true)).toBe("token");
    expect(codeOf(aPage({ tokenStatus: "missing", status: "unlinked" }), true)).toBe("unlinked");
    expect(codeOf(aPage(), false)).toBe("role");
    expect(codeOf(aPage({ tokenStatus: "unknown" }), true)).toBeUndefined();
  });

  test("who answers elsewhere is not answered by accident", () => {
    const state = toComposerState({ ...wroteAtZero, isStandby: true }, aPage(), true, HOUR);
    expect(state.refusal).toEqual({ code: "held_elsewhere", alternatives: [] });
  });

  test("nothing is ruled out while the Page is not known", () => {
    expect(toComposerState(wroteAtZero, undefined, true, 2 * DAY).decision.way).toBe("human_agent");
  });
});
