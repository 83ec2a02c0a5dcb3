import { describe, expect, it } from "vitest";
import { firstSelection, isNew, toggleAll } from "./selection";

describe("firstSelection", () => {
  it("ticks the Pages of the desk whose token died, and nothing else", () => {
    const available = ["dead", "gone", "fine", "new"].map((id) => ({ id, selectable: true, linked: id !== "new" }));
    const deskPages = [
      { id: "dead", tokenStatus: "invalid", status: "broken" },
      { id: "gone", tokenStatus: "missing", status: "unlinked" },
      { id: "fine", tokenStatus: "valid", status: "healthy" },
    ] as const;
    expect([...firstSelection(available, deskPages)]).toEqual(["dead"]);
  });

  it("leaves out what cannot be picked", () => {
    const available = [{ id: "dead", selectable: false, linked: true }];
    const deskPages = [{ id: "dead", tokenStatus: "invalid", status: "broken" }] as const;
    expect(firstSelection(available, deskPages).size).toBe(0);
  });
});

describe("toggleAll", () => {
  it("adds and removes without touching the set it was given", () => {
    const selected = new Set(["1"]);
    expect([...toggleAll(selected, [{ id: "2" }, { id: "3" }], true)]).toEqual(["1", "2", "3"]);
    expect([...toggleAll(selected, [{ id: "1" }], false)]).toEqual([]);
    expect([...selected]).toEqual(["1"]);
  });
});

it("counts as new what can be picked and is not linked", () => {
  expect(isNew({ selectable: true, linked: false })).toBe(true);
  expect(isNew({ selectable: true, linked: true })).toBe(false);
  expect(isNew({ selectable: false, linked: false })).toBe(false);
});
