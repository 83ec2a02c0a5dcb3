"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Page, PageProblem } from "@/lib/api/schemas/pages";
import { ConnectLink } from "./connect-link";
import { useCheckPage } from "./use-check-page";
import { useSetFields } from "./use-set-fields";

/** What keeps a Page from working, why, and the step that mends it; most of them are one click. */
export function PageProblems({ page }: { page: Page }) {
  return page.problems.map((problem) => (
    <Callout
      key={problem.code}
      tone={page.status === "broken" ? "bad" : "warn"}
      title={problem.title}
      action={<ProblemAction page={page} code={problem.code} />}
    >
      <p>{problem.detail}</p>
      <p className="mt-1 font-medium">{problem.fix}</p>
    </Callout>
  ));
}

function ProblemAction({ page, code }: { page: Page; code: PageProblem["code"] }) {
  const t = useTranslations("pages.actions");
  const check = useCheckPage(page);
  const setFields = useSetFields(page);
  switch (code) {
    case "token_missing":
    case "token_invalid":
      return <ConnectLink primary={false}>{t("reconnect")}</ConnectLink>;
    case "fields_missing":
    case "app_not_subscribed":
      return (
        <Button size="sm" pending={setFields.isPending} onClick={() => setFields.mutate(page.desiredFields)}>
          {t("resubscribe")}
        </Button>
      );
    default:
      return (
        <Button size="sm" pending={check.isPending} onClick={() => check.mutate()}>
          {t("check")}
        </Button>
      );
  }
}
