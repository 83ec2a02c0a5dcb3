import { expect, test } from "vitest";
import { formatMoney } from "./format-money";

test("money is written as the reader writes it", () => {
  expect(formatMoney(1234.5, "EUR", "en")).toBe("€1,234.50");
});

test("what is no currency is put behind the number", () => {
  expect(formatMoney(3, "points!", "en")).toBe("3 points!");
  expect(formatMoney(3, null, "en")).toBe("3");
});
