import { expect, test } from "vitest";
import { readRange, serveCopy } from "./serve-media";

test.each([
  [null, null],
  ["bytes=0-", { first: 0, last: 9 }],
  ["bytes=2-4", { first: 2, last: 4 }],
  ["bytes=4-99", { first: 4, last: 9 }],
  ["bytes=-3", { first: 7, last: 9 }],
  ["bytes=-99", { first: 0, last: 9 }],
  ["bytes=10-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=4-2", null],
  ["bytes=0-1,3-4", null],
  ["bytes=-", null],
  ["lines=1-2", null],
])("of ten bytes, %j is %j", (given, range) => {
  expect(readRange(given, 10)).toEqual(range);
});

const file = { contentType: "audio/wav", body: Buffer.from("0123456789") };
const get = (headers: Record<string, string> = {}) => serveCopy(new Request("http://desk", { headers }), file, '"abc"');

test("a copy is served whole, in part, or not again to who has it", async () => {
  const whole = get();
  expect([whole.status, await whole.text(), whole.headers.get("etag")]).toEqual([200, "0123456789", '"abc"']);
  const part = get({ range: "bytes=2-4" });
  expect([part.status, await part.text(), part.headers.get("content-range")]).toEqual([206, "234", "bytes 2-4/10"]);
  expect(get({ range: "bytes=10-" }).status).toBe(416);
  const again = get({ "if-none-match": '"abc"' });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test("nothing that a stranger sent is run by the browser, and what it cannot show is saved", () => {
  expect(get().headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(get().headers.get("content-disposition")).toBe("inline");
  const html = serveCopy(new Request("http://desk"), { ...file, contentType: "text/html" }, '"abc"');
  expect(html.headers.get("content-type")).toBe("application/octet-stream");
  expect(html.headers.get("content-disposition")).toBe("attachment");
});
