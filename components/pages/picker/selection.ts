import type { AvailablePage, Page, PageProblem } from "@/lib/api/schemas/pages";

/** Whether a Page can be picked and is not here yet: what "select all" means. */
export function isNew(page: Pick<AvailablePage, "selectable" | "linked">): boolean {
  return page.selectable && !page.linked;
}

/** Problems that a new token mends. */
const MENDED: readonly PageProblem["code"][] = ["permission_missing", "page_not_granted", "task_missing"];

/**
 * What is ticked when the picker opens: nothing new, but every Page of the desk whose token died or does not reach far
 * enough, since linking it again is why its person came back from Facebook.
 */
export function firstSelection(
  available: readonly Pick<AvailablePage, "id" | "selectable" | "linked">[],
  deskPages: readonly Pick<Page, "id" | "tokenStatus" | "status" | "problems">[],
): ReadonlySet<string> {
  const dead = new Set(
    deskPages.filter((page) => page.status !== "unlinked" && needsToken(page)).map((page) => page.id),
  );
  return new Set(available.filter((page) => page.selectable && dead.has(page.id)).map((page) => page.id));
}

function needsToken({ tokenStatus, problems }: Pick<Page, "tokenStatus" | "problems">): boolean {
  return tokenStatus === "invalid" || tokenStatus === "missing" || problems.some(({ code }) => MENDED.includes(code));
}

/** `selected` with all of `pages`, or without them. */
export function toggleAll(
  selected: ReadonlySet<string>,
  pages: readonly { id: string }[],
  checked: boolean,
): ReadonlySet<string> {
  const next = new Set(selected);
  for (const { id } of pages) {
    if (checked) next.add(id);
    else next.delete(id);
  }
  return next;
}
