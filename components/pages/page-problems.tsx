"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button, buttonStyle } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Page, PageProblem } from "@/lib/api/schemas/pages";
import { ConnectLink } from "./connect-link";
import { useCheckPage } from "./use-check-page";
import { useSetFields } from "./use-set-fields";

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
      return (
        <Button size="sm" pending={setFields.isPending} onClick={() => setFields.mutate(page.desiredFields)}>
          {t("resubscribe")}
        </Button>
      );
    case "app_not_subscribed":
    case "app_fields_missing":
      return (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" pending={check.isPending} onClick={() => check.mutate()}>
            {t("check")}
          </Button>
          <Link href="/settings" className={buttonStyle({ variant: "ghost", size: "sm" })}>
            {t("webhookAddress")}
          </Link>
        </div>
      );
    case "webhook_broken":
    case "webhook_refused":
      return (
        <Link href="/notifications/failures" className={buttonStyle({ size: "sm" })}>
          {t("failures")}
        </Link>
      );
    case "policy_block":
    case "policy_warning":
      return null;
    case "check_failed":
      return (
        <Button size="sm" pending={check.isPending} onClick={() => check.mutate()}>
          {t("check")}
        </Button>
      );
  }
}
