import { expect, it } from "vitest";
import { type PageSort, sortPages } from "./sort-pages";

const pages = [
  { name: "Old", status: "unlinked", lastNotificationAt: 9 },
  { name: "Nord", status: "healthy", lastNotificationAt: null },
  { name: "Casa", status: "healthy", lastNotificationAt: 5 },
  { name: "Bikes", status: "attention", lastNotificationAt: 7 },
  { name: "Zoo", status: "broken", lastNotificationAt: null },
] as const;

it.each<[PageSort, string]>([
  ["worst", "Zoo Bikes Casa Nord Old"],
  ["name", "Bikes Casa Nord Old Zoo"],
  ["recent", "Old Bikes Casa Nord Zoo"],
])("sorts by %s: %s", (sort, expected) => {
  expect(
    sortPages(pages, sort)
      .map(({ name }) => name)
      .join(" "),
  ).toBe(expected);
});
