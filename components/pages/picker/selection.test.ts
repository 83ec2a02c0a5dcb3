import { describe, expect, it } from "vitest";
import type { Page, PageProblem } from "@/lib/api/schemas/pages";
import { firstSelection, isNew, toggleAll } from "./selection";

function aDeskPage(id: string, change: Partial<Pick<Page, "tokenStatus" | "status">> = {}, code?: PageProblem["code"]) {
  const problem = { severity: "broken" as const, title: "", detail: "", fix: "", since: null };
  const problems = code === undefined ? [] : [{ ...problem, code }];
  return { id, tokenStatus: "valid" as const, status: "healthy" as const, problems, ...change };
}

describe("firstSelection", () => {
  it("ticks the Pages of the desk whose token died or lacks something, and nothing else", () => {
    const ids = ["dead", "lacking", "gone", "fine", "new"];
    const available = ids.map((id) => ({ id, selectable: true, linked: id !== "new" }));
    const deskPages = [
      aDeskPage("dead", { tokenStatus: "invalid", status: "broken" }),
      aDeskPage("lacking", { status: "broken" }, "permission_missing"),
      aDeskPage("gone", { tokenStatus: "missing", status: "unlinked" }),
      aDeskPage("fine", {}, "fields_missing"),
    ];
    expect([...firstSelection(available, deskPages)]).toEqual(["dead", "lacking"]);
  });

  it("leaves out what cannot be picked", () => {
    const available = [{ id: "dead", selectable: false, linked: true }];
    expect(firstSelection(available, [aDeskPage("dead", { tokenStatus: "invalid" })]).size).toBe(0);
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
