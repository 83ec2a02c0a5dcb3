import { describe, expect, it } from "vitest";
import { toAppSecretProof } from "./appsecret-proof";
import { escapeBody } from "./escape-body";
import { signBody } from "./sign-body";
import { toSignedRequest } from "./signed-request";

const SECRET = "demo-app-secret-0123456789abcdef";

function aBody(mid: string, text: string, time: number, timestamp: number) {
  const item = {
    sender: { id: "7000000000000001" },
    recipient: { id: "200000000000001" },
    timestamp,
    message: { mid, text },
  };
  return { object: "page", entry: [{ id: "200000000000001", time, messaging: [item] }] };
}

describe("the body as sent and its signature (published test vectors)", () => {
  const umlauts = aBody("m_demo-1", "äöå 😀 https://example.test/a?b=1", 1790000000456, 1790000000123);
  const markup = aBody("m_demo-2", "<b>50% @home</b>", 1790000000789, 1790000000700);

  it("escapes non-ASCII in lowercase hex, surrogates one by one, and slashes", () => {
    expect(escapeBody(umlauts)).toContain(
      String.raw`"text":"\u00e4\u00f6\u00e5 \ud83d\ude00 https:\/\/example.test\/a?b=1"`,
    );
  });

  it("signs exactly those bytes, in both headers", () => {
    expect(signBody(Buffer.from(escapeBody(umlauts)), SECRET)).toEqual({
      "x-hub-signature-256": "sha256=6d9ffb803c40fd9c116cc2152a2295ec19a8831602bcc64bb366a5b973adc668",
      "x-hub-signature": "sha1=8182c4801f2b233ab06b5d631ca623f71999b797",
    });
  });

  it("gives another signature over the decoded form, which a receiver must refuse", () => {
    expect(signBody(Buffer.from(JSON.stringify(umlauts)), SECRET)["x-hub-signature-256"]).toBe(
      "sha256=afc06cdee1879807e47a770a15ee64d2f49cac18ead029fe91aff69f3e21126e",
    );
  });

  it("knows the basic and the extended escaping", () => {
    expect(signBody(Buffer.from(escapeBody(markup)), SECRET)["x-hub-signature-256"]).toBe(
      "sha256=2046c94523694de12df681a652850ff37b7a2fb48def6808e0badb0faec98253",
    );
    const extended = escapeBody(markup, { extended: true });
    expect(extended).toContain(String.raw`\u003Cb>50\u0025 \u0040home\u003C\/b>`);
    expect(signBody(Buffer.from(extended), SECRET)["x-hub-signature-256"]).toBe(
      "sha256=11c1bee79235bebf81df08fe57167577397de133af95ae7997c37a3e2663e944",
    );
  });

  it("leaves out or spoils the signature when asked to", () => {
    const body = Buffer.from("{}");
    expect(signBody(body, SECRET, "missing")).toEqual({});
    expect(Object.keys(signBody(body, SECRET, "sha1-only"))).toEqual(["x-hub-signature"]);
    expect(signBody(body, SECRET, "bad")["x-hub-signature-256"]).not.toBe(
      signBody(body, SECRET)["x-hub-signature-256"],
    );
  });
});

describe("proofs and signed requests (published test vectors)", () => {
  it("makes the appsecret_proof with and without a time", () => {
    expect(toAppSecretProof("EAATESTpagetoken", SECRET)).toBe(
      "658f70cab2d7ef8886a807c817c3c8baa663f448b05e35dadf8c207934c0b04b",
    );
    expect(toAppSecretProof("EAATESTpagetoken", SECRET, "1790000000")).toBe(
      "af635cdde4e396afb8b7a99913a5c61e77de42857be343fea5a26f9a2e4897ea",
    );
  });

  it("makes the signed_request", () => {
    const payload = { algorithm: "HMAC-SHA256", issued_at: 1790000000, user_id: "9000000000000001" };
    expect(toSignedRequest(payload, SECRET)).toBe(
      "VBtbYuHLn9mQfuEZ8DsQD87TAcY0C6cFff7PzUTlRho.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTc5MDAwMDAwMCwidXNlcl9pZCI6IjkwMDAwMDAwMDAwMDAwMDEifQ",
    );
  });
});
