import { expect, it } from "vitest";
import type { TokenInfo } from "@/lib/graph/debug-token";
import { toGrants } from "./consent-grants";

const aTokenInfo = (change: Partial<TokenInfo> = {}): TokenInfo => ({
  isValid: true,
  type: "USER",
  appId: "1",
  userId: "2",
  profileId: null,
  expiresAtMs: null,
  scopes: ["pages_messaging", "pages_manage_metadata"],
  granularScopes: [],
  error: null,
  ...change,
});
const granted = (permission: string) => ({ permission, status: "granted" });
const declined = (permission: string) => ({ permission, status: "declined" });

it("tells what was declined, and what of it every Page needs", () => {
  const statuses = [granted("pages_messaging"), declined("business_management"), declined("email")];
  expect(toGrants(statuses, null)).toMatchObject({
    declined: ["pages_manage_metadata", "business_management"],
    missing: ["pages_manage_metadata"],
    scopes: ["pages_messaging"],
  });
});

it("goes by the scopes of the token where the permissions cannot be read", () => {
  expect(toGrants(null, aTokenInfo({ scopes: ["pages_messaging"] })).missing).toEqual(["pages_manage_metadata"]);
});

it("holds nothing against anybody when Facebook tells nothing", () => {
  expect(toGrants(null, null)).toEqual({
    declined: [],
    missing: [],
    scopes: null,
    coverage: new Map(),
    isSystemUser: false,
  });
});

it("knows the Pages of each permission; one without a list covers all", () => {
  const granularScopes = [
    { scope: "pages_messaging", targetIds: ["1"] },
    { scope: "pages_manage_metadata", targetIds: null },
    // Its targets are businesses, not Pages.
    { scope: "business_management", targetIds: ["77"] },
  ];
  const { coverage, isSystemUser } = toGrants([], aTokenInfo({ granularScopes, type: "SYSTEM_USER" }));
  expect(coverage).toEqual(new Map([["pages_messaging", new Set(["1"])]]));
  expect(isSystemUser).toBe(true);
});
