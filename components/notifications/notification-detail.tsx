"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "use-intl";
import { Screen } from "@/components/shell/screen";
import { BackLink } from "@/components/ui/back-link";
import { Callout } from "@/components/ui/callout";
import { LoadError } from "@/components/ui/load-error";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { formatLogTime } from "@/lib/i18n/format-time";
import { EventTable } from "./event-table";
import { NotificationFacts } from "./notification-facts";
import { notificationQuery } from "./notifications-query";
import { OutcomeBadge } from "./outcome-badge";
import { Payload } from "./payload";
import { ReplayButton } from "./replay-button";

export function NotificationDetail({ notificationId }: { notificationId: string }) {
  const t = useTranslations("notifications");
  const locale = useLocale();
  const { data: notification, error, isPending, refetch } = useQuery(notificationQuery(notificationId));
  const back = <BackLink href="/notifications">{t("detail.back")}</BackLink>;
  if (!notification) {
    return (
      <Screen above={back} title={t("detail.title")}>
        {isPending ? <Skeleton rows={8} /> : <LoadError error={error} onRetry={refetch} />}
      </Screen>
    );
  }
  const { outcome, receivedAt, signature } = notification;
  return (
    <Screen
      above={back}
      title={
        <span className="flex flex-wrap items-center gap-3">
          {t("detail.title")}
          <span className="font-mono text-lg font-normal text-soft">{formatLogTime(receivedAt, locale)}</span>
          <OutcomeBadge outcome={outcome} />
        </span>
      }
      actions={signature === "valid" && <ReplayButton notification={notification} />}
    >
      <div className="flex flex-col gap-4">
        {error && <LoadError error={error} onRetry={refetch} />}
        {outcome !== "applied" && (
          <Callout
            tone={outcome === "duplicate" || outcome === "pending" ? "info" : "warn"}
            title={t(`outcomeMeaning.${outcome}`)}
          >
            {notification.error}
          </Callout>
        )}
        <Section title={t("detail.summary")}>
          <NotificationFacts notification={notification} />
        </Section>
        <Section title={t("events.title")}>
          <EventTable events={notification.events} />
        </Section>
        <Section title={t("payload.title")}>
          <Payload notification={notification} />
        </Section>
      </div>
    </Screen>
  );
}
