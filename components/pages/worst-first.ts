import type { PageProblem } from "@/lib/api/schemas/pages";

/** What breaks the Page before what only hinders it; otherwise as told. */
export function worstFirst<P extends Pick<PageProblem, "severity">>(problems: readonly P[]): P[] {
  return problems.toSorted((a, b) => Number(a.severity !== "broken") - Number(b.severity !== "broken"));
}
