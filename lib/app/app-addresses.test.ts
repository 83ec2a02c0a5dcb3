import { expect, test } from "vitest";
import { isOwnCallback, toCallbackUrl } from "./app-addresses";

test.each([
  ["https://desk.example.org/api/webhook", "https://desk.example.org", true],
  ["https://desk.example.org/webhook", "https://desk.example.org", true],
  ["https://other.example.org/api/webhook", "https://desk.example.org", false],
  ["http://localhost:4000/webhook", "http://localhost:3000", false],
  // Through a tunnel.
  ["https://abc.tunnel.example.org/api/webhook", "http://localhost:3000", true],
  // Meta does not say.
  ["", "https://desk.example.org", true],
])("events that go to %s come to the desk at %s: %s", (callbackUrl, publicUrl, isOwn) => {
  expect(isOwnCallback(callbackUrl, publicUrl)).toBe(isOwn);
});

test.each([
  [null, "https://desk.example.org", "https://desk.example.org/api/webhook"],
  ["", "https://desk.example.org", "https://desk.example.org/api/webhook"],
  ["https://other.example.org/api/webhook", "https://desk.example.org", "https://desk.example.org/api/webhook"],
  ["https://desk.example.org/webhook", "https://desk.example.org", "https://desk.example.org/webhook"],
  ["https://abc.tunnel.example.org/api/webhook", "http://localhost:3000", "https://abc.tunnel.example.org/api/webhook"],
])("of events that go to %s, the desk at %s asks for %s", (present, publicUrl, wanted) => {
  expect(toCallbackUrl(present, publicUrl)).toBe(wanted);
});
