import { expect, test } from "vitest";
import { titleWithCount } from "./title-with-count";

test("the count stands in front of the title, and only once", () => {
  expect(titleWithCount("Inbox", 3)).toBe("(3) Inbox");
  expect(titleWithCount("(3) Inbox", 4)).toBe("(4) Inbox");
  expect(titleWithCount("(99+) Inbox", 0)).toBe("Inbox");
  expect(titleWithCount("Inbox", 100)).toBe("(99+) Inbox");
});
