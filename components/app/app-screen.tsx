"use client";

import { useQuery } from "@tanstack/react-query";
import { FlaskConical, RefreshCw } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Screen } from "@/components/shell/screen";
import { BackLink } from "@/components/ui/back-link";
import { Button, buttonStyle } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { LoadError } from "@/components/ui/load-error";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import type { AppInfo } from "@/lib/api/schemas/app";
import { appQuery } from "./app-query";
import { DashboardValues } from "./dashboard-values";
import { OnlyRolesNotice } from "./only-roles-notice";
import { ReachFacts } from "./reach-facts";
import { SubscriptionList } from "./subscription-list";
import { useCheckApp } from "./use-check-app";

/** The Facebook app: whether Meta gets through, what it sends, and what to type into its dashboard. */
export function AppScreen() {
  const t = useTranslations("app");
  const { data: app, error, isPending, refetch } = useQuery(appQuery);
  const check = useCheckApp();
  return (
    <Screen
      above={<BackLink href="/pages">{t("back")}</BackLink>}
      title={t("title")}
      actions={
        <>
          <Link href="/pages/app/testing" className={buttonStyle()}>
            <FlaskConical aria-hidden="true" />
            {t("testing.title")}
          </Link>
          <Button pending={check.isPending} onClick={() => check.mutate()}>
            {!check.isPending && <RefreshCw aria-hidden="true" />}
            {check.isPending ? t("checking") : t("check")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {error && <LoadError error={error} onRetry={refetch} />}
        {isPending && <Skeleton rows={8} />}
        {app && <AppSections app={app} />}
      </div>
    </Screen>
  );
}

function AppSections({ app }: { app: AppInfo }) {
  const t = useTranslations("app");
  return (
    <>
      <p className="text-soft">
        {t("appId", { appId: app.appId })} ·{" "}
        {app.checkedAt === null ? (
          t("neverChecked")
        ) : (
          <>
            {t("checked")} <RelativeTime at={app.checkedAt} />
          </>
        )}
      </p>
      {app.problems.map(({ code, title, detail, fix }) => (
        <Callout key={code} tone={code === "check_failed" ? "warn" : "bad"} title={title}>
          <p>{detail}</p>
          <p className="mt-1 font-medium">{fix}</p>
        </Callout>
      ))}
      <OnlyRolesNotice />
      <Section title={t("reach.title")}>
        <ReachFacts
          reach={app.reach}
          verifiedAt={app.verifiedAt}
          lastNotificationAt={app.lastNotificationAt}
          handshake={app.handshake}
        />
      </Section>
      <Section title={t("subscriptions.title")} description={t("subscriptions.body")}>
        <SubscriptionList app={app} />
      </Section>
      <Section title={t("values.title")} description={t("values.body")}>
        <DashboardValues {...app} />
      </Section>
    </>
  );
}
