import type { Page } from "@/lib/api/schemas/pages";
import { DEFAULT_FIELDS } from "@/lib/messenger/field-catalogue";
import { INSTAGRAM_FIELDS } from "@/lib/messenger/instagram-fields";

/** What the app needs of an object when it is set up from here: what the inbox reads, and what linked Pages ask for. */
export function wantedFields(
  object: "page" | "instagram",
  pages: readonly Pick<Page, "status" | "desiredFields">[],
): string[] {
  if (object === "instagram") return [...INSTAGRAM_FIELDS];
  const desired = pages.filter(({ status }) => status !== "unlinked").flatMap(({ desiredFields }) => desiredFields);
  return [...new Set([...DEFAULT_FIELDS, ...desired])];
}
