import { describe, expect, test } from "vitest";
import { maskText } from "./mask-text";

describe("what reaches a person is hidden", () => {
  test.each([
    "+49 170 1234567",
    "0170/1234567",
    "(030) 123 45-67",
    "00491701234567",
    "+1 (415) 555-2671",
    "٠١٧٠١٢٣٤٥٦٧",
    "+４９１７０１２３４５６７",
    "0170\u200b1234567",
    "0170\u00a0123\u20114567",
    "4111 1111 1111 1111",
  ])("the number %s", (number) => {
    expect(maskText(`Call ${number}, please`)).toBe("Call [phone hidden], please");
    expect(maskText(number)).toBe("[phone hidden]");
    expect(maskText(`tel:${number}`)).toBe("tel:[phone hidden]");
    expect(maskText(`my number is tel${number}`)).toBe("my number is tel[phone hidden]");
  });

  test.each([
    "ana@example.test",
    "ana.lima+desk@mail.example.co.uk",
    "анна@пример.рф",
    "a%2Bb%40example.test",
    "ana＠example.test",
  ])("the address %s", (address) => {
    expect(maskText(`Write to <${address}>!`)).toBe("Write to <[email hidden]>!");
    expect(maskText(`https://example.test/?mail=${address}&a=1`)).toBe("https://example.test/?mail=[email hidden]&a=1");
  });

  test("each of several", () => {
    expect(maskText("a@b.test, c@d.test or 0170 1234567\n030 7654321")).toBe(
      "[email hidden], [email hidden] or [phone hidden]\n[phone hidden]",
    );
  });
});

test.each([
  "Open 9-17, 12 EUR, 1,234,567 times",
  "2026-11-21",
  "21.11.2026",
  "2026-11-21T00:00:00.000-08:00",
  "order_1234567",
  "m_4a1234567b",
  "1234567890123456",
  "@harborbikes at 5",
  "100 % @ 5.50",
  "",
])("stays as it is: %s", (text) => {
  expect(maskText(text)).toBe(text);
});

test("takes time that grows with the text, and no faster", () => {
  for (const piece of ["@", "a", "(", "1 ", "1", "+", "a@", "1(", "%40", ".", "a.", "@a.", "\u200b1"]) {
    const text = piece.repeat(100_000);
    expect(maskText(maskText(text))).toBe(maskText(text));
  }
});
