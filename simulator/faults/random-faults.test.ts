import { describe, expect, it } from "vitest";
import { aLinkedPage } from "../test-support/a-linked-page";
import { CHANCE_KINDS, type Chances, RandomFaults } from "./random-faults";

function taken(chances: Chances, times = 2_000) {
  const faults = new RandomFaults();
  faults.set(chances);
  return Array.from({ length: times }, () => faults.take({ operation: "messages" }));
}

describe("faults by chance", () => {
  it("hit their share of the calls, every kind of them, and the same ones with the same seed", () => {
    const hit = taken({ rate: 0.2, seed: 7 }).filter((fault) => fault !== null);
    expect(hit.length).toBeGreaterThan(300);
    expect(hit.length).toBeLessThan(500);
    expect(new Set(hit.map((fault) => JSON.stringify(fault))).size).toBe(CHANCE_KINDS.length);
    expect(taken({ rate: 0.2, seed: 7 })).toEqual(taken({ rate: 0.2, seed: 7 }));
    expect(taken({ rate: 0.2, seed: 7 })).not.toEqual(taken({ rate: 0.2, seed: 8 }));
  });

  it("leave other calls alone, and hit none or all where told so", () => {
    expect(taken({ rate: 1, operation: "profile" }, 10).every((fault) => fault === null)).toBe(true);
    expect(taken({ rate: 0 }, 10).every((fault) => fault === null)).toBe(true);
    expect(taken({ rate: 1 }, 10).every((fault) => fault !== null)).toBe(true);
    expect(() => taken({ rate: 2 })).toThrow("rate");
  });

  it("spoil real calls, and what went out is counted once each, in order", async () => {
    const { simulator, ana, send } = await aLinkedPage();
    ana.says("Oi");
    simulator.faults.byChance({ operation: "messages", rate: 1, kinds: ["reset-after"] });
    await expect(send({ text: "one" })).rejects.toThrow();
    simulator.faults.byChance({ operation: "messages", rate: 1, kinds: ["rate-80006"], regainMinutes: 3 });
    const limited = await send({ text: "two" });
    expect(limited.body.error?.code).toBe(80006);
    expect(limited.headers.get("x-business-use-case-usage")).toContain('"estimated_time_to_regain_access":3');
    simulator.faults.byChance(null);
    await send({ text: "three", metadata: "k-3" });
    expect(simulator.accepted()).toMatchObject([
      { number: 1, text: "one", psid: ana.psid },
      { number: 2, text: "three", metadata: "k-3" },
    ]);
  });
});
