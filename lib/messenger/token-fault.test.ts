import { expect, test } from "vitest";
import { isOnlyForRoles, isRateLimit, isRestricted, toDeadTokenFault, toTokenFault } from "./token-fault";

test.each([
  [190, 458, "token_app_removed"],
  [190, 459, "token_checkpoint"],
  [190, 460, "token_password_changed"],
  [190, 463, "token_expired"],
  [190, 464, "token_unconfirmed_user"],
  [190, 467, "token_logged_out"],
  [190, 492, "token_role_lost"],
  [190, null, "token_invalid"],
  [190, 0, "token_invalid"],
  [190, 33, "token_invalid"],
  [102, null, "token_invalid"],
  [102, 463, "token_expired"],
] as const)("%i/%s is a dead token: %s", (code, subcode, fault) => {
  expect(toTokenFault(code, subcode)).toBe(fault);
  expect(toDeadTokenFault(code, subcode)).toBe(fault);
});

test.each([
  [10, null],
  [10, 0],
  [200, null],
  [230, null],
  [283, null],
  [299, null],
])("%i/%s is a permission that is missing, and no dead token", (code, subcode) => {
  expect(toTokenFault(code, subcode)).toBe("permission_missing");
  expect(toDeadTokenFault(code, subcode)).toBeNull();
});

test.each([
  // What is about the person, the window, the thread or the app.
  [10, 2018065],
  [10, 2018108],
  [10, 2018278],
  [10, 2018300],
  [10, 2534022],
  [10, 1893063],
  [200, 1545041],
  [200, 2018028],
  [200, 2534041],
  // Rate limits.
  [4, null],
  [17, null],
  [32, null],
  [341, null],
  [613, null],
  [613, 1996],
  [80001, null],
  [80002, null],
  [80006, null],
  // What passes.
  [1, null],
  [2, null],
  [1200, null],
  // The request was wrong, or restricted.
  [100, null],
  [100, 33],
  [100, 463],
  [104, null],
  [210, null],
  [300, null],
  [368, null],
  [551, null],
  [2500, null],
])("%i/%s says nothing about the token", (code, subcode) => {
  expect(toTokenFault(code, subcode)).toBeNull();
});

test("rate limits and the app's access level are told apart", () => {
  expect([4, 17, 32, 341, 613, 80001, 80002, 80006].every(isRateLimit)).toBe(true);
  expect([1, 2, 10, 100, 190, 200].some(isRateLimit)).toBe(false);
  expect(isOnlyForRoles(200, 2018028)).toBe(true);
  expect(isOnlyForRoles(200, null)).toBe(false);
});

test.each([
  [10, 1893063, true],
  [100, 2534029, true],
  [368, null, true],
  [2022, null, true],
  [10, null, false],
  [10, 2018278, false],
  [100, null, false],
  [613, 2018338, false],
])("%i/%s keeps the Page from sending: %s", (code, subcode, isSo) => {
  expect(isRestricted(code, subcode)).toBe(isSo);
});
