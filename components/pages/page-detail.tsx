"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { Screen } from "@/components/shell/screen";
import { Avatar } from "@/components/ui/avatar";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { LoadError } from "@/components/ui/load-error";
import { PageDot } from "@/components/ui/page-dot";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { ClockList } from "@/components/webhook-health/clock-list";
import type { Page } from "@/lib/api/schemas/pages";
import { ConnectLink } from "./connect-link";
import { FieldList } from "./fields/field-list";
import { PageFacts } from "./page-facts";
import { PageHistory } from "./page-history";
import { PageMenu } from "./page-menu";
import { PageProblems } from "./page-problems";
import { PageSending } from "./page-sending";
import { PageStatus } from "./page-status";
import { useCheckPage } from "./use-check-page";
import { usePage } from "./use-page";
import { worstFirst } from "./worst-first";

export function PageDetail({ pageId }: { pageId: string }) {
  const t = useTranslations("pages");
  const history = useTranslations("health.history");
  const sending = useTranslations("onetime.sending");
  const mayManage = useMayDo("pages:manage");
  const { data: page, error, isPending, refetch } = usePage(pageId);
  const back = <BackLink href="/pages">{t("detail.back")}</BackLink>;
  if (!page) {
    return (
      <Screen above={back} title={t("unknownPage", { pageId })}>
        {isPending ? <Skeleton rows={6} /> : <LoadError error={error} onRetry={refetch} />}
      </Screen>
    );
  }
  return (
    <Screen
      above={back}
      title={
        <span className="flex min-w-0 items-center gap-3">
          <PageDot pageId={page.id} />
          <Avatar name={page.name} src={page.pictureUrl} shape="square" hueFrom={page.id} />
          <span className="min-w-0 break-words">{page.name}</span>
          <PageStatus status={page.status} />
        </span>
      }
      actions={
        <>
          {mayManage && page.status !== "unlinked" && <CheckButton page={page} />}
          <PageMenu page={page} />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {error && <LoadError error={error} onRetry={refetch} />}
        <ClockList pageId={page.id} />
        {page.status === "unlinked" ? (
          <Callout
            title={t("detail.unlinkedTitle")}
            action={mayManage && <ConnectLink primary={false}>{t("connect")}</ConnectLink>}
          >
            {t("detail.unlinkedBody")}
          </Callout>
        ) : (
          // What a clock says is said above, with its times.
          <PageProblems
            page={page}
            problems={worstFirst(page.problems.filter(({ code }) => !code.startsWith("webhook_")))}
          />
        )}
        {page.status === "healthy" && <Callout tone="good">{t("detail.noProblems")}</Callout>}
        <Section title={t("detail.facts")}>
          <PageFacts page={page} />
        </Section>
        {page.status !== "unlinked" && (
          <Section title={sending("title")} description={sending("body")}>
            <PageSending page={page} />
          </Section>
        )}
        <Section title={history("title")} description={history("body")}>
          <PageHistory pageId={page.id} />
        </Section>
        {page.status !== "unlinked" && (
          <Section title={t("fields.title")} description={t("fields.body")}>
            <FieldList page={page} />
          </Section>
        )}
      </div>
    </Screen>
  );
}

function CheckButton({ page }: { page: Page }) {
  const t = useTranslations("pages.actions");
  const check = useCheckPage(page);
  return (
    <Button pending={check.isPending} onClick={() => check.mutate()}>
      {!check.isPending && <RefreshCw aria-hidden="true" />}
      {check.isPending ? t("checking") : t("check")}
    </Button>
  );
}
