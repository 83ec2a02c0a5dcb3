import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { verifySignature } from "./signature";

const SECRET = "demo-app-secret-0123456789abcdef";
const strict = { secrets: [SECRET], allowSha1: false };
const sign = (body: Uint8Array, secret = SECRET) => `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

// The published vectors: the body is hashed in the escaped form in which it travels.
const ESCAPED = Buffer.from(
  String.raw`{"object":"page","entry":[{"id":"200000000000001","time":1790000000456,"messaging":[{"sender":{"id":"7000000000000001"},"recipient":{"id":"200000000000001"},"timestamp":1790000000123,"message":{"mid":"m_demo-1","text":"\u00e4\u00f6\u00e5 \ud83d\ude00 https:\/\/example.test\/a?b=1"}}]}]}`,
);
const SHA256 = "sha256=6d9ffb803c40fd9c116cc2152a2295ec19a8831602bcc64bb366a5b973adc668";
const SHA1 = "sha1=8182c4801f2b233ab06b5d631ca623f71999b797";

test("takes Meta's signature of the escaped body", () => {
  expect(verifySignature(ESCAPED, { sha256: SHA256, sha1: undefined }, strict)).toEqual({
    verdict: "valid",
    secretIndex: 0,
    hash: "sha256",
  });
});

test("refuses the signature of the same JSON, decoded and written again", () => {
  const decoded = "sha256=afc06cdee1879807e47a770a15ee64d2f49cac18ead029fe91aff69f3e21126e";
  expect(verifySignature(ESCAPED, { sha256: decoded, sha1: undefined }, strict)).toMatchObject({ verdict: "invalid" });
});

test("takes SHA-1 alone only when a setting allows it", () => {
  expect(verifySignature(ESCAPED, { sha256: undefined, sha1: SHA1 }, strict)).toMatchObject({ verdict: "invalid" });
  expect(verifySignature(ESCAPED, { sha256: undefined, sha1: SHA1 }, { ...strict, allowSha1: true })).toMatchObject({
    verdict: "valid",
    hash: "sha1",
  });
});

test("a wrong SHA-256 is not rescued by a right SHA-1", () => {
  const both = { sha256: SHA256.replace("6", "7"), sha1: SHA1 };
  expect(verifySignature(ESCAPED, both, { ...strict, allowSha1: true })).toMatchObject({ verdict: "invalid" });
});

test("two secrets are valid during a rotation, and the verdict says which one it was", () => {
  const secrets = ["new-secret", SECRET];
  expect(verifySignature(ESCAPED, { sha256: SHA256, sha1: undefined }, { secrets, allowSha1: false })).toMatchObject({
    verdict: "valid",
    secretIndex: 1,
  });
});

test("any bytes with their own signature are valid, with one bit changed they are not", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 2000 }), fc.nat(), (bytes, at) => {
      const header = { sha256: sign(bytes), sha1: undefined };
      expect(verifySignature(bytes, header, strict)).toMatchObject({ verdict: "valid" });
      const changed = Uint8Array.from(bytes);
      changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ 1;
      expect(verifySignature(changed, header, strict)).toMatchObject({ verdict: "invalid" });
    }),
  );
});

test("any header at all gets a verdict", () => {
  fc.assert(
    fc.property(fc.option(fc.string({ unit: "binary" }), { nil: undefined }), (sha256) => {
      const { verdict } = verifySignature(ESCAPED, { sha256, sha1: undefined }, strict);
      expect(verdict).toBe(sha256 === undefined ? "missing" : "invalid");
    }),
  );
});
