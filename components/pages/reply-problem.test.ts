import { expect, it } from "vitest";
import type { PageProblem } from "@/lib/api/schemas/pages";
import { findReplyProblem } from "./reply-problem";

type Problem = Pick<PageProblem, "code" | "severity">;
const broken = (code: Problem["code"]): Problem => ({ code, severity: "broken" });
const attention = (code: Problem["code"]): Problem => ({ code, severity: "attention" });

it.each<[string, Problem[], Problem["code"] | null]>([
  [
    "a dead token before everything",
    [broken("policy_block"), broken("token_password_changed")],
    "token_password_changed",
  ],
  [
    "what breaks the Page before a warning",
    [attention("policy_warning"), broken("page_unsubscribed")],
    "page_unsubscribed",
  ],
  ["a warning that concerns replies", [attention("silent"), attention("app_only_roles")], "app_only_roles"],
  ["nothing that only admins can use", [attention("fields_missing"), attention("check_failed")], null],
  ["nothing that is told above every screen", [broken("webhook_broken")], null],
  ["nothing at all", [], null],
])("tells %s", (_, problems, code) => {
  expect(findReplyProblem(problems)?.code ?? null).toBe(code);
});
