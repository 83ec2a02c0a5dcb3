import { type FieldState, fieldState } from "@/components/pages/fields/with-field";
import type { Page } from "@/lib/api/schemas/pages";

/** How a cell looks: as wanted and as Meta reads back, or what it is to become. */
export type CellState = FieldState | "to_on" | "to_off";

export function cellState(
  page: Pick<Page, "desiredFields" | "actualFields">,
  field: string,
  staged: ReadonlyMap<string, boolean> | undefined,
): CellState {
  const change = staged?.get(field);
  if (change !== undefined) return change ? "to_on" : "to_off";
  return fieldState(field, page.desiredFields, page.actualFields);
}

/** Whether Meta does otherwise than wanted, for any field. */
export function differs({ desiredFields, actualFields }: Pick<Page, "desiredFields" | "actualFields">): boolean {
  const actual = new Set(actualFields);
  return desiredFields.length !== actual.size || desiredFields.some((field) => !actual.has(field));
}

/** Whether its fields can be changed now: it is linked, and its token lives. */
export function isChangeable({ status, tokenStatus }: Pick<Page, "status" | "tokenStatus">): boolean {
  return status !== "unlinked" && tokenStatus !== "invalid" && tokenStatus !== "missing";
}
