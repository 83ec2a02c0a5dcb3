import type { Page } from "@/lib/api/schemas/pages";
import { FIELDS, findField, type WebhookField } from "@/lib/messenger/field-catalogue";

/** Which columns are shown, by their word in the address. */
export const columnGroups = ["default", "more", "rare", "all"] as const;
export type ColumnGroup = (typeof columnGroups)[number];

const RARE: readonly WebhookField["status"][] = ["undocumented", "partner", "retired"];

function isIn({ isDefault, status }: WebhookField, group: ColumnGroup): boolean {
  if (group === "all") return true;
  if (group === "default") return isDefault;
  return !isDefault && RARE.includes(status) === (group === "rare");
}

/** Names of the fields of a group. What Pages have that has nothing to do with messages stands at the end of "more". */
export function listColumns(
  group: ColumnGroup,
  pages: readonly Pick<Page, "desiredFields" | "actualFields">[],
): string[] {
  const known = FIELDS.filter((field) => isIn(field, group)).map(({ name }) => name);
  if (group !== "more" && group !== "all") return known;
  const inUse = new Set(pages.flatMap(({ desiredFields, actualFields }) => [...desiredFields, ...actualFields]));
  return [...known, ...[...inUse].filter((name) => findField(name) === null).sort()];
}

/** `columns` with whatever is not as wanted on one of these Pages: a row that is shown for that has to show it. */
export function withDiffering(
  columns: readonly string[],
  pages: readonly Pick<Page, "desiredFields" | "actualFields">[],
): string[] {
  const differing = pages.flatMap(({ desiredFields, actualFields }) => [
    ...desiredFields.filter((field) => !actualFields.includes(field)),
    ...actualFields.filter((field) => !desiredFields.includes(field)),
  ]);
  return [...new Set([...columns, ...differing])];
}
