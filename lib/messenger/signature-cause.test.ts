import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toSignature } from "./signature";
import { guessSignatureCause } from "./signature-cause";

const SECRET = "demo-app-secret-0123456789abcdef";
const settings = { secrets: ["another-secret", SECRET], allowSha1: false };
const AS_SENT = String.raw`{"object":"page","entry":[{"id":"2","time":1790000000456,"messaging":[{"n":12345678901234567890,"message":{"text":"\u00e4\u00f6 \ud83d\ude00 https:\/\/example.test\/a?b=1 <b> 5% @ana \"q\"\n"}}]}]}`;
const EXTENDED = AS_SENT.replaceAll("<", "\\u003C").replaceAll("%", "\\u0025").replaceAll("@", "\\u0040");
const bytes = (text: string) => Buffer.from(text);
const signed = (original: string) => ({ sha256: toSignature("sha256", bytes(original), SECRET), sha1: undefined });
const guess = (received: string, original: string) => guessSignatureCause(bytes(received), signed(original), settings);

describe("a body that something has written anew", () => {
  const decoded = AS_SENT.replace(String.raw`\u00e4\u00f6 \ud83d\ude00`, "äö 😀").replaceAll("\\/", "/");
  test.each([
    ["decoded and written again", decoded, AS_SENT],
    ["of which only the slashes were touched", AS_SENT.replaceAll("\\/", "/"), AS_SENT],
    ["with upper-case escapes", AS_SENT.replace("\\u00e4", "\\u00E4"), AS_SENT],
    ["pretty-printed", decoded.replaceAll(",", ",\n  ").replace("{", "{ "), AS_SENT],
    ["with a line end more", `${AS_SENT}\r\n`, AS_SENT],
    ["pretty-printed, its escapes as nobody else writes them", '{ "a": "\\u0041" }', '{"a":"\\u0041"}'],
    ["that was escaped more", decoded, EXTENDED],
    ["that was escaped more, in lower case", decoded, EXTENDED.replace("003C", "003c")],
    ["of a sender that leaves slashes alone", decoded, AS_SENT.replaceAll("\\/", "/")],
  ])("%s", (_, received, original) => {
    expect(received).not.toBe(original);
    expect(guess(received, original)).toBe("re_encoded");
  });
});

describe("anything else", () => {
  test("another secret, or another body", () => {
    expect(guess(AS_SENT.replace("ana", "eve"), AS_SENT)).toBe("wrong_secret");
    expect(guess("not json", AS_SENT)).toBe("wrong_secret");
    const sha256 = toSignature("sha256", bytes(AS_SENT), "a third secret");
    expect(guessSignatureCause(bytes(AS_SENT), { sha256, sha1: undefined }, settings)).toBe("wrong_secret");
  });

  test.each([
    [{ sha256: undefined, sha1: undefined }, "missing"],
    [{ sha256: undefined, sha1: "sha1=00" }, "sha1_only"],
    [{ sha256: "", sha1: undefined }, "malformed"],
    [{ sha256: "sha256=12", sha1: undefined }, "malformed"],
    [{ sha256: `${"0".repeat(64)}`, sha1: "sha1=00" }, "malformed"],
    [{ sha256: `sha256=${"0".repeat(64)}`, sha1: undefined }, "wrong_secret"],
  ])("%o is %s", (headers, cause) => {
    expect(guessSignatureCause(bytes(AS_SENT), headers, settings)).toBe(cause);
  });

  test("of SHA-1, where a setting takes it", () => {
    const allowed = { ...settings, allowSha1: true };
    const sha1 = toSignature("sha1", bytes(AS_SENT), SECRET);
    const guessOf = (given: string) =>
      guessSignatureCause(bytes(`${AS_SENT} `), { sha256: undefined, sha1: given }, allowed);
    expect([guessOf(sha1), guessOf("sha1=12"), guessOf(`sha1=${"0".repeat(40)}`)]).toEqual([
      "re_encoded",
      "malformed",
      "wrong_secret",
    ]);
  });

  test("any bytes get an answer, and a hostile one gets it soon", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json().map(bytes)), (body) => {
        expect(guessSignatureCause(body, signed(AS_SENT), settings)).toBe("wrong_secret");
      }),
    );
    const startedMs = performance.now();
    const hostile = [
      '"\\"'.repeat(80_000),
      "[".repeat(250_000),
      `"${"a".repeat(250_000)}"`,
      `"${'\\"'.repeat(120_000)}"`,
    ];
    for (const body of hostile) expect(guess(body, AS_SENT)).toBe("wrong_secret");
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});
