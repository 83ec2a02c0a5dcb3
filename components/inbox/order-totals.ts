import type { ThreadNote } from "@/lib/messenger/thread-note";

type Product = Extract<ThreadNote, { kind: "order" }>["products"][number];

/** What a cart costs, one sum a currency; a product without price or currency is in none. */
export function orderTotals(products: readonly Product[]): { currency: string; amount: number }[] {
  const totals = new Map<string, number>();
  for (const { unitPrice, currency, quantity } of products) {
    if (unitPrice === null || currency === null) continue;
    totals.set(currency, (totals.get(currency) ?? 0) + unitPrice * (quantity ?? 1));
  }
  return [...totals].map(([currency, amount]) => ({ currency, amount }));
}
