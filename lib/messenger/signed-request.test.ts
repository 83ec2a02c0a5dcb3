import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readSignedRequest } from "./signed-request";

const SECRET = "demo-app-secret-0123456789abcdef";
const ISSUED_S = 1_790_000_000;
const NOW = ISSUED_S * 1000 + 1000;
const USER = "9000000000000001";

/** Appendix B.4 of the platform reference. */
const VECTOR =
  "VBtbYuHLn9mQfuEZ8DsQD87TAcY0C6cFff7PzUTlRho.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTc5MDAwMDAwMCwidXNlcl9pZCI6IjkwMDAwMDAwMDAwMDAwMDEifQ";

const PAYLOAD = { algorithm: "HMAC-SHA256", issued_at: ISSUED_S, user_id: USER };
const encode = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString("base64url");
const sign = (encoded: string, secret = SECRET) =>
  `${createHmac("sha256", secret).update(encoded).digest("base64url")}.${encoded}`;
const request = (payload: unknown, secret?: string) => sign(encode(payload), secret);
const read = (given: string, secrets = [SECRET], nowMs = NOW) => readSignedRequest(given, secrets, nowMs);

test("the documented example is read, with any of the app's secrets", () => {
  expect(read(VECTOR)).toMatchObject({ userId: USER, issuedMs: ISSUED_S * 1000 });
  expect(read(VECTOR, ["newer-secret", SECRET])).toMatchObject({ userId: USER });
});

test("a user id sent as a number is read as its digits", () => {
  expect(read(request({ ...PAYLOAD, user_id: 7000000000000 }))).toMatchObject({ userId: "7000000000000" });
});

test("the hash is of what was signed: padding or another spelling of the signature makes no other request", () => {
  const [signature = "", payload = ""] = VECTOR.split(".");
  const plain = read(VECTOR);
  const padded = read(`${signature}=.${payload}`);
  // The last character of 32 bytes in base64url has two bits that are not read.
  const respelt = read(`${signature.slice(0, -1)}p.${payload}`);
  expect(padded).toEqual(plain);
  expect(respelt).toEqual(plain);
});

describe("refused", () => {
  const [signature = "", payload = ""] = VECTOR.split(".");
  const cases: [name: string, given: string, refused: string][] = [
    ["nothing", "", "malformed"],
    ["no dot", payload, "malformed"],
    ["three parts", `${VECTOR}.x`, "malformed"],
    ["no signature", `.${payload}`, "malformed"],
    ["plain base64", VECTOR.replace(".", "+/."), "malformed"],
    ["a payload that is not JSON", sign(Buffer.from("user_id=1").toString("base64url")), "malformed"],
    ["a payload that is no object", request([PAYLOAD]), "malformed"],
    ["null", request(null), "malformed"],
    ["another algorithm", request({ ...PAYLOAD, algorithm: "HMAC-SHA1" }), "malformed"],
    ["no algorithm", request({ issued_at: ISSUED_S, user_id: USER }), "malformed"],
    ["no user", request({ ...PAYLOAD, user_id: undefined }), "malformed"],
    ["an empty user", request({ ...PAYLOAD, user_id: "" }), "malformed"],
    ["a user that is an object", request({ ...PAYLOAD, user_id: { $ne: 1 } }), "malformed"],
    ["no time", request({ ...PAYLOAD, issued_at: undefined }), "malformed"],
    ["far too long", `${signature}.${"a".repeat(5000)}`, "malformed"],
    ["another secret", request(PAYLOAD, "another"), "forged"],
    ["another payload", `${signature}.${encode({ ...PAYLOAD, user_id: "1" })}`, "forged"],
    ["a signature cut short", `${signature.slice(0, 20)}.${payload}`, "forged"],
    ["a signature of the decoded JSON", sign(encode(PAYLOAD)).replace(/^[^.]+/, signDecoded()), "forged"],
    ["an hour and a second old", request({ ...PAYLOAD, issued_at: ISSUED_S - 3601 }), "stale"],
    ["six minutes ahead", request({ ...PAYLOAD, issued_at: ISSUED_S + 361 }), "stale"],
    ["in milliseconds", request({ ...PAYLOAD, issued_at: ISSUED_S * 1000 }), "stale"],
  ];
  test.each(cases)("%s", (_, given, refused) => {
    expect(read(given)).toEqual({ refused });
  });

  test("nothing is right without a secret", () => {
    expect(read(VECTOR, [])).toEqual({ refused: "forged" });
  });
});

function signDecoded(): string {
  return createHmac("sha256", SECRET).update(JSON.stringify(PAYLOAD)).digest("base64url");
}
