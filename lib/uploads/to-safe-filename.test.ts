import { expect, test } from "vitest";
import { toAsciiFilename, toSafeFilename } from "./to-safe-filename";

test("the base name is left, without what moves the cursor or breaks a header", () => {
  expect(toSafeFilename("../../etc/passwd")).toBe("passwd");
  expect(toSafeFilename("C:\\Users\\dana\\bill.pdf")).toBe("bill.pdf");
  expect(toSafeFilename('a"b\r\nX: y\u0000.pdf')).toBe("abX: y.pdf");
  expect(toSafeFilename("photo\u202Egpj.exe")).toBe("photogpj.exe");
  expect(toSafeFilename("Preisliste für Köln.pdf")).toBe("Preisliste für Köln.pdf");
  for (const nothing of ["", "/", "..", "\u0000", "  "]) expect(toSafeFilename(nothing)).toBe("file");
});

test("the ending survives a name that is too long", () => {
  expect(toSafeFilename(`${"x".repeat(300)}.pdf`)).toHaveLength(255);
  expect(toSafeFilename(`${"x".repeat(300)}.pdf`)).toMatch(/\.pdf$/);
});

test("Instagram gets plain names", () => {
  expect(toAsciiFilename("bill 7.pdf")).toBe("bill 7.pdf");
  expect(toAsciiFilename("Köln.PDF")).toBe("file.PDF");
  expect(toAsciiFilename("料金")).toBe("file");
});
