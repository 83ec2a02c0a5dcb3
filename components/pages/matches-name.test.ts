import { expect, it } from "vitest";
import { matchesName } from "./matches-name";

it.each([
  ["Harbor Bikes", "", true],
  ["Harbor Bikes", "bikes", true],
  ["Harbor Bikes", "bi har", true],
  ["Café São João", "cafe joao", true],
  ["Cafe Sao Joao", "são", true],
  ["부산 자전거", "자전거", true],
  ["Harbor Bikes", "boats", false],
])("%j with %j: %s", (name, query, expected) => {
  expect(matchesName(name, query)).toBe(expected);
});
