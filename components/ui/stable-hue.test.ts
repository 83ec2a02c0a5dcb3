import { describe, expect, it } from "vitest";
import { stableHue } from "./stable-hue";

describe("stableHue", () => {
  it("gives the same id the same hue", () => {
    expect(stableHue("104112233")).toBe(stableHue("104112233"));
  });

  it("stays within the circle", () => {
    for (let index = 0; index < 500; index += 1) {
      const hue = stableHue(`page-${index}`);
      expect(hue).toBeGreaterThanOrEqual(0);
      expect(hue).toBeLessThan(360);
    }
  });

  it("tells neighbouring ids apart", () => {
    const hues = new Set(Array.from({ length: 12 }, (_, index) => stableHue(`10000000000${index}`)));
    expect(hues.size).toBeGreaterThan(9);
  });
});
