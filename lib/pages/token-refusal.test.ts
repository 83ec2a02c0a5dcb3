import { expect, it } from "vitest";
import type { TokenInfo } from "@/lib/graph/debug-token";
import { findTokenRefusal } from "./token-refusal";

const APP = "880011223344556";
const PAGE = "200000000000001";

const aTokenInfo = (change: Partial<TokenInfo> = {}): TokenInfo => ({
  isValid: true,
  type: "PAGE",
  appId: APP,
  userId: "9000000000000001",
  profileId: PAGE,
  expiresAtMs: null,
  scopes: ["pages_messaging", "pages_manage_metadata"],
  granularScopes: [{ scope: "pages_messaging", targetIds: [PAGE] }],
  error: null,
  ...change,
});

it.each<[string, Partial<TokenInfo>, RegExp]>([
  ["expired", { isValid: false, error: { code: 190, subcode: 463 } }, /no longer accepts.*expired/],
  ["password changed", { isValid: false, error: { code: 190, subcode: 460 } }, /password/],
  ["garbage", { isValid: false, error: { code: 190, subcode: null } }, /does not know/],
  ["invalid without a reason", { isValid: false }, /does not know/],
  ["of another app", { appId: "1" }, /another app \(1\).*880011223344556/],
  ["of another app, as Meta tells it", { isValid: false, error: { code: 100, subcode: null } }, /another app/],
  ["a person's", { type: "USER" }, /person's own token.*Connect Pages/],
  ["the app's", { type: "APP" }, /neither/],
  ["without a permission", { scopes: ["pages_messaging"] }, /lacks a permission: pages_manage_metadata\./],
  ["of a system user without the list", { type: "SYSTEM_USER", profileId: null }, /pages_show_list/],
  ["covering another Page", { granularScopes: [{ scope: "pages_messaging", targetIds: ["1"] }] }, /do not cover/],
])("a token that is %s is refused in a sentence", (_, change, sentence) => {
  expect(findTokenRefusal(aTokenInfo(change), APP)).toMatch(sentence);
});

it("a Page's token and a system user's with what is needed are taken", () => {
  expect(findTokenRefusal(aTokenInfo(), APP)).toBeNull();
  const scopes = ["pages_show_list", "pages_messaging", "pages_manage_metadata"];
  expect(findTokenRefusal(aTokenInfo({ type: "SYSTEM_USER", profileId: null, scopes }), APP)).toBeNull();
});
