import type { Page } from "@/lib/api/schemas/pages";

/** What a person has changed in the matrix and not applied yet: for each Page, the fields that are to be otherwise. */
export type Staged = ReadonlyMap<string, ReadonlyMap<string, boolean>>;
export const NOTHING_STAGED: Staged = new Map();

type StagedPage = Pick<Page, "id" | "desiredFields">;

/** Whether a field is wanted once what is staged has been applied. */
export function isWanted(page: StagedPage, field: string, staged: ReadonlyMap<string, boolean> | undefined): boolean {
  return staged?.get(field) ?? page.desiredFields.includes(field);
}

/** Switches these fields of these Pages; what is as wanted now already is no change. */
export function stage(
  staged: Staged,
  pages: readonly StagedPage[],
  fields: readonly string[],
  toOn: boolean | ((field: string) => boolean),
): Staged {
  const next = new Map(staged);
  for (const page of pages) {
    const ofPage = new Map(staged.get(page.id));
    for (const field of fields) {
      const isOn = typeof toOn === "function" ? toOn(field) : toOn;
      if (isOn === page.desiredFields.includes(field)) ofPage.delete(field);
      else ofPage.set(field, isOn);
    }
    if (ofPage.size > 0) next.set(page.id, ofPage);
    else next.delete(page.id);
  }
  return next;
}

/** Makes exactly these fields wanted. */
export function stagePreset(staged: Staged, pages: readonly StagedPage[], fields: readonly string[]): Staged {
  const wanted = new Set(fields);
  return pages.reduce((sum, page) => {
    const touched = [...new Set([...page.desiredFields, ...fields, ...(staged.get(page.id)?.keys() ?? [])])];
    return stage(sum, [page], touched, (field) => wanted.has(field));
  }, staged);
}

/** Forgets what is staged for a Page. */
export function unstage(staged: Staged, pageId: string): Staged {
  const next = new Map(staged);
  next.delete(pageId);
  return next;
}

/** Without what has come true meanwhile: another person, or the job itself, may have done it. */
export function prune(staged: Staged, pages: readonly StagedPage[]): Staged {
  const known = pages.filter(({ id }) => staged.has(id));
  return known.reduce((sum, page) => {
    const ofPage = staged.get(page.id) ?? new Map<string, boolean>();
    return stage(sum, [page], [...ofPage.keys()], (field) => ofPage.get(field) === true);
  }, NOTHING_STAGED);
}

export function countStaged(staged: Staged): { changes: number; pages: number } {
  return { changes: [...staged.values()].reduce((sum, { size }) => sum + size, 0), pages: staged.size };
}

export type FieldChanges = { pageIds: string[]; add: string[]; remove: string[] }[];

/** What is staged as the API takes it: Pages with the same change together. */
export function toChanges(staged: Staged): FieldChanges {
  const groups = new Map<string, FieldChanges[number]>();
  for (const [pageId, fields] of staged) {
    const names = (isOn: boolean) => [...fields].flatMap(([name, wanted]) => (wanted === isOn ? [name] : [])).sort();
    const add = names(true);
    const remove = names(false);
    const key = JSON.stringify([add, remove]);
    const group = groups.get(key) ?? { pageIds: [], add, remove };
    group.pageIds.push(pageId);
    groups.set(key, group);
  }
  return [...groups.values()];
}
