import { expect, it } from "vitest";
import { toTokenPermissions } from "./token-permissions";

it("tells first what is needed and missing, then what is granted, unknown ones last", () => {
  expect(toTokenPermissions(["public_profile", "zz_new", "pages_show_list", "pages_messaging"])).toEqual([
    { name: "pages_manage_metadata", isGranted: false },
    { name: "pages_messaging", isGranted: true },
    { name: "pages_show_list", isGranted: true },
    { name: "zz_new", isGranted: true },
  ]);
});

it("misses nothing of a token that can do what it must", () => {
  expect(toTokenPermissions(["pages_manage_metadata", "pages_messaging"]).every(({ isGranted }) => isGranted)).toBe(
    true,
  );
});
