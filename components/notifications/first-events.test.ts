import { describe, expect, it } from "vitest";
import { firstEvents } from "./first-events";

const events = (["applied", "failed", "applied", "failed"] as const).map((outcome, id) => ({ id, outcome }));
const idsOf = (count: number) => firstEvents(events, count).map(({ id }) => id);

describe("firstEvents", () => {
  it("keeps the order of Meta while all of them fit", () => {
    expect(idsOf(4)).toEqual([0, 1, 2, 3]);
  });
  it("puts those that failed first when they do not", () => {
    expect(idsOf(3)).toEqual([1, 3, 0]);
    expect(idsOf(1)).toEqual([1]);
  });
});
