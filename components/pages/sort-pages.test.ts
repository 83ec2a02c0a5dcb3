import { expect, it } from "vitest";
import { bySeverity } from "./sort-pages";

it("puts what needs a person first and unlinked Pages last", () => {
  const pages = [
    { name: "Old", status: "unlinked" },
    { name: "Nord", status: "healthy" },
    { name: "Casa", status: "healthy" },
    { name: "Bikes", status: "attention" },
    { name: "Zoo", status: "broken" },
  ] as const;
  expect(pages.toSorted(bySeverity).map((page) => page.name)).toEqual(["Zoo", "Bikes", "Casa", "Nord", "Old"]);
});
