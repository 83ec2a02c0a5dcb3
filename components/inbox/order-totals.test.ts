import { expect, test } from "vitest";
import { orderTotals } from "./order-totals";

const bell = { name: "Bell", quantity: 2, unitPrice: 11, currency: "EUR" };

test("a cart is summed up by currency", () => {
  const lock = { name: "Lock", quantity: null, unitPrice: 30.5, currency: "EUR" };
  const pump = { name: "Pump", quantity: 1, unitPrice: 9, currency: "USD" };
  expect(orderTotals([bell, lock, pump])).toEqual([
    { currency: "EUR", amount: 52.5 },
    { currency: "USD", amount: 9 },
  ]);
});

test("what has no price is in no sum", () => {
  expect(orderTotals([{ ...bell, unitPrice: null }])).toEqual([]);
});
