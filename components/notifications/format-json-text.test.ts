import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatJsonText } from "./format-json-text";

describe("formatJsonText", () => {
  it("lays out with two spaces", () => {
    expect(formatJsonText('{"object":"page","entry":[{"id":1},{}],"none":[]}')).toBe(
      '{\n  "object": "page",\n  "entry": [\n    {\n      "id": 1\n    },\n    {}\n  ],\n  "none": []\n}',
    );
  });

  it("keeps every token as it was written", () => {
    const written = '{"id":12345678901234567890,"text":"caf\\u00e9 \\/ {[,:]}","id":1.0}';
    expect(formatJsonText(written)).toBe(
      '{\n  "id": 12345678901234567890,\n  "text": "caf\\u00e9 \\/ {[,:]}",\n  "id": 1.0\n}',
    );
  });

  it("knows what is not JSON", () => {
    expect(formatJsonText("<html>")).toBeNull();
    expect(formatJsonText("")).toBeNull();
  });

  it("lays out any JSON just as JSON.stringify does", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(formatJsonText(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });
});
