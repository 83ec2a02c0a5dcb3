import { expect, test } from "vitest";
import { toKnownApp } from "./known-apps";

test("Meta's own apps are known by their ids, the Page inbox by both that the docs print", () => {
  expect(toKnownApp("263902037430900")).toBe("page_inbox");
  expect(toKnownApp("26390203743090")).toBe("page_inbox");
  expect(toKnownApp("1217981644879628")).toBe("instagram_inbox");
  expect(toKnownApp("413038776280800")).toBe("lead_automation");
});

test("every other app is somebody else's", () => {
  expect(toKnownApp("880011223344556")).toBeNull();
  expect(toKnownApp("constructor")).toBeNull();
});
