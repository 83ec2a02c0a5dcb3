import { expect, test } from "vitest";
import { DEFAULT_FIELDS } from "@/lib/messenger/field-catalogue";
import { INSTAGRAM_FIELDS } from "@/lib/messenger/instagram-fields";
import { wantedFields } from "./wanted-fields";

test("an app is set up with what the inbox reads and what linked Pages ask for besides", () => {
  const pages = [
    { status: "healthy" as const, desiredFields: ["messages", "send_cart"] },
    { status: "unlinked" as const, desiredFields: ["feed"] },
  ];
  expect(wantedFields("page", pages)).toEqual([...DEFAULT_FIELDS, "send_cart"]);
  expect(wantedFields("instagram", pages)).toEqual(INSTAGRAM_FIELDS);
});
