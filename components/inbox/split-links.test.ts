import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitLinks, toHref } from "./split-links";

const links = (text: string) => splitLinks(text).flatMap(({ text: shown, href }) => (href === null ? [] : [shown]));

describe("links in a message", () => {
  test("are found without the punctuation around them", () => {
    expect(links("See https://shop.example.test/x, or (http://a.example.test/b_(c)).")).toEqual([
      "https://shop.example.test/x",
      "http://a.example.test/b_(c)",
    ]);
    expect(links("看 https://shop.example.test/自行车。")).toEqual(["https://shop.example.test/自行车"]);
  });

  test("are only http and https", () => {
    expect(links("javascript:alert(1) data:text/html,x ftp://a.example.test //a.example.test https://")).toEqual([]);
    expect(toHref("javascript:alert(1)")).toBeNull();
    expect(toHref("/inbox")).toBeNull();
  });

  test("end where a character would reorder what is shown", () => {
    expect(links("https://good.example.test/\u202Etset.live")).toEqual(["https://good.example.test/"]);
  });

  test("leave the text whole, whatever it is", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.webUrl())), (pieces) => {
        const text = pieces.join(" ");
        const parts = splitLinks(text);
        expect(parts.map((part) => part.text).join("")).toBe(text);
        for (const { href } of parts) expect(href === null || /^https?:/.test(href)).toBe(true);
      }),
    );
  });
});
