import type { PageDifference } from "@/lib/api/schemas/field-jobs";
import { findField } from "@/lib/messenger/field-catalogue";

export type SideEffect = { field: string; text: string; pageCount: number };

/** Whether something would be done to this Page. */
export function isChange({ obstacle, added, removed }: PageDifference): boolean {
  return obstacle === null && added.length + removed.length > 0;
}

/** What switching these fields on does to people who write to the Pages, and on how many. */
export function listSideEffects(differences: readonly PageDifference[]): SideEffect[] {
  const found = new Map<string, SideEffect>();
  for (const field of differences.filter(isChange).flatMap(({ added }) => added)) {
    const text = findField(field)?.sideEffect;
    if (!text) continue;
    found.set(field, { field, text, pageCount: (found.get(field)?.pageCount ?? 0) + 1 });
  }
  return [...found.values()];
}
