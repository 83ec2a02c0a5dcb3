import { expect, test } from "vitest";
import { MAX_TEXT_LENGTH } from "@/lib/api/schemas/inbox";
import { TEXT_LIMIT } from "./composer";

test("the composer counts to the limit the API checks", () => {
  expect(TEXT_LIMIT).toBe(MAX_TEXT_LENGTH);
});
