import { describe, expect, it } from "vitest";
import { outcomeWord } from "./outcome-word";

describe("outcomeWord", () => {
  it("tells what waits for its Page from what waits to be read", () => {
    expect(outcomeWord({ outcome: "pending", eventCount: 0 })).toBe("pending");
    expect(outcomeWord({ outcome: "pending", eventCount: 2 })).toBe("not_linked");
    expect(outcomeWord({ outcome: "failed", eventCount: 2 })).toBe("failed");
  });
});
