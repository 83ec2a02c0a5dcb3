import { describe, expect, test } from "vitest";
import { readSourceFiles } from "@/tests/support/source-files";
import { decideSend, type SendDecision, type SendFacts } from "./decide-send";
import { toWindow } from "./messaging-window";

const NOW = 1_790_000_000_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Ana wrote an hour ago, and nothing is known of what Meta lets the Page do. */
function facts({
  capabilities = {},
  ...more
}: Partial<Omit<SendFacts, "capabilities">> & { capabilities?: Partial<SendFacts["capabilities"]> } = {}): SendFacts {
  return {
    channel: "messenger",
    lastInboundMs: NOW - HOUR,
    lastAdMs: null,
    isStandby: false,
    oneTimeTokens: 0,
    author: "person",
    ...more,
    capabilities: { humanAgent: "unknown", oneTime: "unknown", utility: "unknown", ...capabilities },
  };
}
const decide = (more: Parameters<typeof facts>[0], purpose: Parameters<typeof decideSend>[1] = "message") =>
  decideSend(facts(more), purpose, NOW);
const outcome = (decision: SendDecision) => (decision.way === "refused" ? decision.code : decision.way);

describe("to the millisecond", () => {
  test.each([
    [0, "response", DAY],
    [DAY - 1, "response", 1],
    [DAY, "human_agent", 6 * DAY],
    [DAY + 1, "human_agent", 6 * DAY - 1],
    [7 * DAY - 1, "human_agent", 1],
    [7 * DAY, "human_agent", 0],
    [7 * DAY + 1, "human_agent_over", null],
  ])("%i ms after the person last did something: %s", (agoMs, expected, leftMs) => {
    const decision = decide({ lastInboundMs: NOW - agoMs });
    expect(outcome(decision)).toBe(expected);
    expect(decision.leftMs).toBe(leftMs);
    expect(decision.untilMs).toBe(leftMs === null ? null : NOW + leftMs);
  });

  test.each([
    [DAY - 1, "response"],
    [DAY, "automation"],
    [7 * DAY, "automation"],
    [7 * DAY + 1, "window_closed"],
  ])("%i ms after it a machine: %s", (agoMs, expected) => {
    expect(outcome(decide({ lastInboundMs: NOW - agoMs, author: "automation" }))).toBe(expected);
  });

  test.each([
    [0, "response"],
    [7 * DAY - 1, "response"],
    [7 * DAY, "human_agent"],
    [7 * DAY + 1, "human_agent_over"],
  ])("%i ms after the person wrote through an ad: %s", (agoMs, expected) => {
    expect(outcome(decide({ lastInboundMs: NOW - agoMs, lastAdMs: NOW - agoMs }))).toBe(expected);
  });

  test("an ad never shortens what a later message opened", () => {
    const decision = decide({ lastInboundMs: NOW - HOUR, lastAdMs: NOW - 7 * DAY + 1 });
    expect(decision).toMatchObject({ way: "response", untilMs: NOW + 23 * HOUR });
  });

  test("an ad lets a machine answer too, for its seven days", () => {
    const sevenDays = { lastInboundMs: NOW - 7 * DAY + 1, lastAdMs: NOW - 7 * DAY + 1 };
    expect(outcome(decide({ ...sevenDays, author: "automation" }))).toBe("response");
  });
});

describe("with a clock that is off", () => {
  test.each([1, HOUR, 400 * DAY])(
    "a time %i ms ahead opens the window for 24 hours from now, not longer",
    (aheadMs) => {
      expect(decide({ lastInboundMs: NOW + aheadMs })).toMatchObject({ way: "response", leftMs: DAY });
    },
  );

  test.each([1, 400 * DAY])("an ad's time %i ms ahead opens it for 7 days from now, not longer", (aheadMs) => {
    const lastMs = NOW + aheadMs;
    expect(decide({ lastInboundMs: lastMs, lastAdMs: lastMs })).toMatchObject({ way: "response", leftMs: 7 * DAY });
  });
});

describe("the Human Agent tag", () => {
  const late = { lastInboundMs: NOW - 2 * DAY };

  test("goes out when the app has the feature", () => {
    expect(decide({ ...late, capabilities: { humanAgent: "yes" } })).toMatchObject({ way: "human_agent" });
  });
  test("is tried while that is not known, and the reason says so", () => {
    expect(decide(late)).toMatchObject({
      way: "human_agent",
      reason: expect.stringContaining("if Meta has approved the app"),
    });
  });
  test("is refused where Meta has refused it", () => {
    expect(outcome(decide({ ...late, capabilities: { humanAgent: "no" } }))).toBe("human_agent_missing");
    expect(outcome(decide({ lastInboundMs: NOW - 8 * DAY, capabilities: { humanAgent: "no" } }))).toBe("window_closed");
  });
  test("exists on Instagram, as the only one", () => {
    expect(decide({ ...late, channel: "instagram" })).toMatchObject({ way: "human_agent" });
  });
});

describe("who is written to", () => {
  test("somebody who never wrote is not", () => {
    expect(outcome(decide({ lastInboundMs: null }))).toBe("never_wrote");
  });

  test.each(["message", "utility", "one_time"] as const)(
    "while another app answers them, no %s goes out and nothing else is offered",
    (purpose) => {
      const decision = decide({ isStandby: true, oneTimeTokens: 1 }, purpose);
      expect(decision).toMatchObject({ way: "refused", code: "held_elsewhere", alternatives: [] });
    },
  );
});

describe("what goes out at any time", () => {
  const never = { lastInboundMs: null };

  test("a utility template, unless Meta has refused it", () => {
    expect(decide(never, "utility")).toMatchObject({ way: "utility", untilMs: null, leftMs: null });
    expect(decide({ ...never, author: "automation" }, "utility")).toMatchObject({ way: "utility" });
    expect(outcome(decide({ ...never, capabilities: { utility: "no" } }, "utility"))).toBe("utility_missing");
  });
  test("a one-time notification the person agreed to", () => {
    expect(decide({ ...never, oneTimeTokens: 1 }, "one_time")).toMatchObject({ way: "one_time", untilMs: null });
    expect(outcome(decide(never, "one_time"))).toBe("one_time_missing");
    expect(outcome(decide({ oneTimeTokens: 1, capabilities: { oneTime: "no" } }, "one_time"))).toBe("one_time_missing");
  });
  test.each(["utility", "one_time"] as const)("but no %s on Instagram", (purpose) => {
    const decision = decide({ channel: "instagram", oneTimeTokens: 3 }, purpose);
    expect(decision).toMatchObject({ code: "not_on_channel", alternatives: [] });
  });
});

describe("what is offered instead", () => {
  const closed = { lastInboundMs: NOW - 8 * DAY };
  test.each([
    [closed, ["utility"]],
    [{ ...closed, oneTimeTokens: 2 }, ["utility", "one_time"]],
    [{ ...closed, oneTimeTokens: 2, capabilities: { utility: "no" } }, ["one_time"]],
    [{ ...closed, oneTimeTokens: 2, capabilities: { utility: "no", oneTime: "no" } }, []],
    [{ ...closed, oneTimeTokens: 2, channel: "instagram" }, []],
  ] as const)("%j: %j", (given, alternatives) => {
    expect(decide(given)).toMatchObject({ way: "refused", alternatives });
  });
});

describe("Instagram", () => {
  test("an ad does not keep the window open longer there", () => {
    const fromAd = { channel: "instagram", lastInboundMs: NOW - 2 * DAY, lastAdMs: NOW - 2 * DAY } as const;
    expect(outcome(decide(fromAd))).toBe("human_agent");
    expect(outcome(decide({ ...fromAd, author: "automation" }))).toBe("automation");
  });
});

test("the window that is shown is the one that is kept to", () => {
  const agoMs = [null, -DAY, 0, 1, DAY - 1, DAY, DAY + 1, 7 * DAY - 1, 7 * DAY, 30 * DAY];
  const times = agoMs.map((ago) => (ago === null ? null : NOW - ago));
  for (const channel of ["messenger", "instagram"] as const) {
    for (const lastInboundMs of times) {
      for (const lastAdMs of times) {
        const given = facts({ channel, lastInboundMs, lastAdMs });
        const { isOpen, closesAt } = toWindow(given, NOW);
        const decision = decideSend(given, "message", NOW);
        expect(decision.way === "response").toBe(isOpen);
        if (isOpen) expect(decision.untilMs).toBe(closesAt);
      }
    }
  }
});

test("every answer gives a person one sentence or two of plain words", () => {
  const ago = [null, 0, 2 * DAY, 9 * DAY];
  for (const lastAgo of ago) {
    for (const humanAgent of ["unknown", "yes", "no"] as const) {
      for (const purpose of ["message", "utility", "one_time"] as const) {
        for (const more of [{}, { isStandby: true }, { channel: "instagram" }, { author: "automation" }] as const) {
          const lastInboundMs = lastAgo === null ? null : NOW - lastAgo;
          const { reason } = decide({ ...more, lastInboundMs, capabilities: { humanAgent } }, purpose);
          expect(reason).toMatch(/^[A-Z][^\n]{20,160}\.$/);
        }
      }
    }
  }
});

test("the tags Meta refuses since April 2026 are nowhere in what this desk can send", () => {
  const retired = ["ACCOUNT_UPDATE", "CONFIRMED_EVENT_UPDATE", "POST_PURCHASE_UPDATE"];
  const code = readSourceFiles(["lib", "app", "components"]).filter(({ isTest }) => !isTest);
  expect(code.length).toBeGreaterThan(200);
  const found = code.filter(({ text }) => retired.some((tag) => text.includes(tag))).map(({ path }) => path);
  expect(found).toEqual([]);
});
