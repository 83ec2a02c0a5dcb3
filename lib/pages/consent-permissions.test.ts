import { expect, test } from "vitest";
import { PAGE_PERMISSIONS, toConsentScope, UTILITY_PERMISSIONS } from "./consent-permissions";

const granted = { permission: "instagram_basic", status: "granted" };
const declined = { permission: "page_utility_messaging", status: "declined" };
const scope = (...given: Parameters<typeof toConsentScope>) => {
  const { permissions, isRerequest } = toConsentScope(...given);
  return { more: permissions.slice(PAGE_PERMISSIONS.length), isRerequest };
};

test.each([
  ["nothing but what every Page needs", [], [], false, [], false],
  ["what is wanted now", UTILITY_PERMISSIONS, [], false, ["page_utility_messaging"], false],
  ["what was granted before, or it might be lost", [], [granted], false, ["instagram_basic"], false],
  ["not what was declined before and is not wanted", [], [declined], false, [], false],
  [
    "what was declined before and is wanted now, again",
    UTILITY_PERMISSIONS,
    [declined],
    false,
    ["page_utility_messaging"],
    true,
  ],
  ["all that was declined, on the wish to be asked again", [], [declined], true, ["page_utility_messaging"], true],
  [
    "again, when something every Page needs was declined",
    [],
    [{ permission: "pages_messaging", status: "declined" }],
    false,
    [],
    true,
  ],
] as const)("a consent asks for %s", (_, wanted, earlier, asksAgain, more, isRerequest) => {
  expect(scope(wanted, { earlier, asksAgain })).toEqual({ more, isRerequest });
});
