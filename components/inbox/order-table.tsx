"use client";

import { useLocale, useTranslations } from "use-intl";
import type { ThreadNote } from "@/lib/messenger/thread-note";
import { formatMoney } from "./format-money";
import { orderTotals } from "./order-totals";
import { uniqueKeys } from "./unique-keys";

/** A cart a person sent: its products, what each costs, and the sum. */
export function OrderTable({ order }: { order: Extract<ThreadNote, { kind: "order" }> }) {
  const t = useTranslations("inbox.note");
  const locale = useLocale();
  const keys = uniqueKeys(order.products.map(({ name }) => name));
  return (
    <div className="rounded-md border bg-surface px-3 py-2 text-left">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("products", { count: order.products.length })}</caption>
        <tbody>
          {order.products.map(({ name, quantity, unitPrice, currency }, index) => (
            <tr key={keys[index]} className="align-top">
              <td className="pr-2 text-right whitespace-nowrap">{t("quantity", { count: quantity ?? 1 })}</td>
              <th scope="row" dir="auto" className="pr-6 text-left font-normal text-ink [overflow-wrap:anywhere]">
                {name ?? t("unnamedProduct")}
              </th>
              <td className="text-right whitespace-nowrap text-ink">
                {unitPrice !== null && formatMoney(unitPrice * (quantity ?? 1), currency, locale)}
              </td>
            </tr>
          ))}
          {orderTotals(order.products).map(({ currency, amount }) => (
            <tr key={currency} className="border-t font-medium text-ink">
              <td />
              <th scope="row" className="pt-1 pr-6 text-left font-medium">
                {t("total")}
              </th>
              <td className="pt-1 text-right whitespace-nowrap">{formatMoney(amount, currency, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {order.note && (
        <p className="mt-1 [overflow-wrap:anywhere]">
          {t("orderNote")}: <bdi className="text-ink">{order.note}</bdi>
        </p>
      )}
    </div>
  );
}
