import { expect, it } from "vitest";
import { findLost } from "./find-lost";

it("finds the connected Pages that do not work through this person any more", () => {
  const mine = { linked: true, selectable: false, linkedByName: null };
  const pages = [
    mine,
    { ...mine, linkedByName: "Tara Tasks" },
    { ...mine, selectable: true },
    { ...mine, linked: false },
  ];
  expect(findLost(pages)).toEqual([mine]);
});
