"use client";

import { useMayDo } from "@/components/shell/role-context";
import type { Page, PageProblem } from "@/lib/api/schemas/pages";
import { ProblemAction } from "./problem-action";

/** What takes more than one button is explained on the Page itself. */
const TOLD_ON_THE_PAGE: readonly PageProblem["code"][] = [
  "other_app_answers",
  "silent",
  "check_failed",
  "policy_block",
  "policy_warning",
];

/** The one step that mends the worst problem of a Page, on its row; for those who may make it. */
export function RowAction({ page, code }: { page: Page; code: PageProblem["code"] }) {
  const mayManage = useMayDo("pages:manage");
  if (!mayManage || TOLD_ON_THE_PAGE.includes(code)) return null;
  return (
    <div className="relative z-10 shrink-0">
      <ProblemAction page={page} code={code} />
    </div>
  );
}
