/** A sum in its currency; Meta may send anything as a currency, and what is none is put behind the number. */
export function formatMoney(amount: number, currency: string | null, locale: string): string {
  try {
    if (currency !== null) return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const number = new Intl.NumberFormat(locale).format(amount);
  return currency === null ? number : `${number} ${currency}`;
}
