import { expect, test } from "vitest";
import { fieldLabel } from "./field-label";

test("keys become words, and words stay", () => {
  expect(fieldLabel("postal_code")).toBe("Postal code");
  expect(fieldLabel("locality")).toBe("Locality");
  expect(fieldLabel("Which city?")).toBe("Which city?");
  expect(fieldLabel("")).toBe("");
});
