import type { PageDifference } from "@/lib/api/schemas/field-jobs";

/** What is asked of each Page: `set` replaces what is wanted, then `add` and `remove` change it. */
export type FieldChoice = {
  add?: readonly string[] | undefined;
  remove?: readonly string[] | undefined;
  set?: readonly string[] | undefined;
};

/** What has to be known of a Page to say what would change on it. */
export type PlannedPage = {
  id: string;
  isLinked: boolean;
  hasToken: boolean;
  desiredFields: readonly string[];
  actualFields: readonly string[];
};

/** Null page: it is not here. */
export function planChange(pageId: string, page: PlannedPage | null, choice: FieldChoice): PageDifference {
  if (page === null) return { pageId, fields: [], added: [], removed: [], obstacle: "There is no such Page here." };
  const fields = toWanted(page.desiredFields, choice);
  return { pageId, fields, ...difference(page, fields), obstacle: findObstacle(page, fields) };
}

/** What would be wanted of a Page, in the order it was wanted until now. */
export function toWanted(desired: readonly string[], { add = [], remove = [], set }: FieldChoice): string[] {
  const without = new Set(remove);
  return [...new Set([...(set ?? desired), ...add])].filter((field) => !without.has(field));
}

/** What would change here or at Meta: a field that is wanted and not sent, or sent and not wanted, counts as well. */
function difference(
  { desiredFields, actualFields }: Pick<PlannedPage, "desiredFields" | "actualFields">,
  fields: readonly string[],
) {
  const wanted = new Set(fields);
  const added = fields.filter((field) => !desiredFields.includes(field) || !actualFields.includes(field));
  const removed = [...new Set([...desiredFields, ...actualFields])].filter((field) => !wanted.has(field));
  return { added, removed };
}

function findObstacle({ isLinked, hasToken }: PlannedPage, fields: readonly string[]): string | null {
  if (!isLinked) return "The Page is not linked. Connect it first.";
  if (!hasToken) return "Facebook no longer accepts the Page's token. Connect the Page again first.";
  if (fields.length > 0) return null;
  return "It would have no field left. Open the Page to take the desk off its webhooks.";
}

/**
 * The set to ask Meta for now: what has become of `before` to make it `fields` is done to what is wanted today, so that
 * what somebody changed while the job waited is kept. Doing it twice changes nothing the second time.
 */
export function rebase(
  current: readonly string[],
  { before, fields }: { before: readonly string[]; fields: readonly string[] },
): string[] {
  const add = fields.filter((field) => !before.includes(field));
  const remove = before.filter((field) => !fields.includes(field));
  return toWanted(current, { add, remove });
}
