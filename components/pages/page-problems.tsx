"use client";

import { Callout } from "@/components/ui/callout";
import type { Page, PageProblem } from "@/lib/api/schemas/pages";
import { ProblemAction } from "./problem-action";

type PageProblemsProps = {
  page: Page;
  /** Those of `page` to show; all by default. */
  problems?: readonly PageProblem[];
};

/** What keeps a Page from working, why, and the step that mends it; most of them are one click. */
export function PageProblems({ page, problems = page.problems }: PageProblemsProps) {
  return problems.map((problem) => (
    <Callout
      key={problem.code}
      tone={problem.severity === "broken" ? "bad" : "warn"}
      title={problem.title}
      action={<ProblemAction page={page} code={problem.code} />}
    >
      <p>{problem.detail}</p>
      <p className="mt-1 font-medium">{problem.fix}</p>
    </Callout>
  ));
}
