import { expect, test } from "vitest";
import { explainHandshake } from "./explain-handshake";

const FAILED = "(#2200) Callback verification failed with the following errors: ";

test.each([
  ["HTTP Status Code = 403; HTTP Message = Forbidden", /verify token/],
  ["HTTP Status Code = 401; HTTP Message = Unauthorized", /log-in/],
  ["HTTP Status Code = 404; HTTP Message = Not Found", /no webhook at the address/],
  ["HTTP Status Code = 302; HTTP Message = Found", /leads on/],
  ["HTTP Status Code = 502; HTTP Message = Bad Gateway", /error \(502\)/],
  ["HTTP Status Code = 429; HTTP Message = Too Many Requests", /refused the call \(429\)/],
  ["curl_errno = 28; curl_error = Operation timed out; HTTP Status Code = 0", /in time/],
  ["curl_errno = 60; curl_error = SSL certificate problem; HTTP Status Code = 0", /does not trust the certificate/],
  ["curl_errno = 7; curl_error = Failed to connect; HTTP Status Code = 0; HTTP Message = ", /could not connect/],
  ["curl_errno = 99; curl_error = odd; HTTP Status Code = 0", /no answer/],
  ["The SSL handshake was refused", /does not trust the certificate/],
  ["The challenge was not echoed; HTTP Status Code = 200; HTTP Message = OK", /not with the challenge/],
])("%s is put into words, with Facebook's own after them", (reason, words) => {
  const told = explainHandshake(FAILED + reason, "the-token");
  expect(told).toMatch(words);
  expect(told).toContain(`Facebook said: ${reason.trim()}`);
});

test("a reason in other words than expected is told as it is, and the verify token never", () => {
  expect(explainHandshake("(#2200) Went wrong: the-token", "the-token")).toBe(
    "Facebook got no answer from the address. Facebook said: (#2200) Went wrong: …",
  );
});
