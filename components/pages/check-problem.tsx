"use client";

import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { Button } from "@/components/ui/button";
import type { Page } from "@/lib/api/schemas/pages";
import { useCheckPage } from "./use-check-page";

/** Looks at the Page at Meta once more, beside a problem that may have passed. Nothing for those who may not. */
export function CheckProblem({ page }: { page: Pick<Page, "id" | "name"> }) {
  const t = useTranslations("app.problem");
  const actions = useTranslations("pages.actions");
  const mayCheck = useMayDo("pages:manage");
  const check = useCheckPage(page);
  if (!mayCheck) return null;
  return (
    <Button size="sm" pending={check.isPending} onClick={() => check.mutate()}>
      {check.isPending ? actions("checking") : t("checkAgain")}
    </Button>
  );
}
