import type { Page, PageProblem } from "@/lib/api/schemas/pages";

type ProblemCode = PageProblem["code"];
const OF_THE_APP: readonly ProblemCode[] = [
  "app_secret_refused",
  "app_not_subscribed",
  "app_callback_elsewhere",
  "app_fields_missing",
  "instagram_not_subscribed",
  "app_only_roles",
];

/** A problem of the Facebook app, told alike by several Pages; `page` is the first of them. */
export type SharedProblem<P> = { page: P; problem: PageProblem };

/** Problems of the Facebook app that two or more Pages have in the same words: said once for all, not on every row. */
export function sharedAppProblems<P extends Pick<Page, "problems">>(pages: readonly P[]): SharedProblem<P>[] {
  const found = new Map<string, SharedProblem<P> & { count: number }>();
  for (const page of pages) {
    for (const problem of page.problems.filter(({ code }) => OF_THE_APP.includes(code))) {
      const key = `${problem.code} ${problem.detail}`;
      found.set(key, { page, problem, ...found.get(key), count: (found.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...found.values()].filter(({ count }) => count > 1).map(({ page, problem }) => ({ page, problem }));
}

/** What is left to say on the row of one Page. */
export function ownProblems(page: Pick<Page, "problems">, shared: readonly SharedProblem<unknown>[]): PageProblem[] {
  return page.problems.filter(
    ({ code, detail }) => !shared.some(({ problem }) => problem.code === code && problem.detail === detail),
  );
}
