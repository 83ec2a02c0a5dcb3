import { expect, test } from "vitest";
import { judgeAddress, judgeCalls, judgeOwnCall, type OwnCall } from "./judge-reach";

const DAY_MS = 86_400_000;

test.each([
  ["http://localhost:3000", /cannot reach localhost/],
  ["https://desk", /cannot reach desk/],
  ["https://desk.home.arpa", /cannot reach/],
  ["https://printer.local", /cannot reach/],
  ["https://192.168.1.4", /cannot reach 192\.168\.1\.4/],
  ["https://[::1]:3000", /cannot reach/],
  ["http://desk.acme.com", /begins with http:/],
])("%s is unlikely to be reached", (publicUrl, detail) => {
  expect(judgeAddress(publicUrl)).toEqual({ status: "unlikely", detail: expect.stringMatching(detail) });
});

test.each(["https://desk.acme.com", "https://8.8.8.8"])("%s may well be reached", (publicUrl) => {
  expect(judgeAddress(publicUrl)).toBeNull();
});

test.each<[OwnCall["answer"], OwnCall["host"], string]>([
  ["desk", "public", "likely"],
  ["desk", "unknown", "likely"],
  ["desk", "private", "unlikely"],
  ["other", "public", "unlikely"],
  ["none", "not_found", "unlikely"],
  ["none", "public", "unknown"],
])("when %s answers and the name is %s, it is %s", (answer, host, status) => {
  expect(judgeOwnCall({ answer, host })).toMatchObject({ status });
});

test("a call of Facebook's proves it for a day", () => {
  const calls = (lastMs: number | null) => ({ lastMs, handshakeMs: null, handshakeError: null });
  expect(judgeCalls(calls(null), DAY_MS)).toBeNull();
  expect(judgeCalls(calls(1), DAY_MS)).toMatchObject({ status: "proven" });
  expect(judgeCalls(calls(0), DAY_MS)).toBeNull();
});

test("a handshake that failed speaks against it until Facebook calls again", () => {
  const failed = { handshakeMs: 10, handshakeError: "It failed." };
  expect(judgeCalls({ ...failed, lastMs: 9 }, 20)).toMatchObject({ status: "unlikely" });
  expect(judgeCalls({ ...failed, lastMs: null }, 20)).toMatchObject({ status: "unlikely" });
  expect(judgeCalls({ ...failed, lastMs: 11 }, 20)).toMatchObject({ status: "proven" });
  expect(judgeCalls({ handshakeMs: 10, handshakeError: null, lastMs: 9 }, 20)).toMatchObject({ status: "proven" });
});
