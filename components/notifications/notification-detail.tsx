"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ApiError } from "@/components/fetch-json";
import { useLiveEvent } from "@/components/live/live-context";
import { Screen } from "@/components/shell/screen";
import { BackLink } from "@/components/ui/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { CopyMenu } from "./copy-menu";
import { EventTable } from "./event-table";
import { listAddress } from "./list-address";
import { LogTime } from "./log-time";
import { NotificationFacts } from "./notification-facts";
import { NotificationNotices } from "./notification-notices";
import { notificationQuery } from "./notifications-query";
import { OutcomeBadge } from "./outcome-badge";
import { Payload } from "./payload";
import { RelayButton } from "./relay-dialog";
import { ReplayButton } from "./replay-button";

export function NotificationDetail({ notificationId }: { notificationId: string }) {
  const t = useTranslations("notifications");
  const { data: notification, error, isPending, refetch } = useQuery(notificationQuery(notificationId));
  useLiveEvent("notification.received", ({ notificationId: id }) => {
    if (id === notificationId) void refetch();
  });
  const back = <BackLink href={listAddress()}>{t("detail.back")}</BackLink>;
  if (!notification) {
    return (
      <Screen above={back} title={t("detail.title")}>
        {isPending ? <Skeleton rows={8} /> : <NotThere error={error} onRetry={refetch} />}
      </Screen>
    );
  }
  const { receivedAt, signature, isCut, isMasked } = notification;
  return (
    <Screen
      above={back}
      title={
        <span className="flex flex-wrap items-center gap-3">
          {t("detail.title")}
          <span className="font-mono text-lg font-normal text-soft">
            <LogTime at={receivedAt} />
          </span>
          <OutcomeBadge notification={notification} />
        </span>
      }
      actions={
        <>
          <CopyMenu notification={notification} />
          {signature === "valid" && !isCut && (
            <>
              <RelayButton notificationId={notificationId} isMasked={isMasked} />
              <ReplayButton notification={notification} />
            </>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {error && <LoadError error={error} onRetry={refetch} />}
        <NotificationNotices notification={notification} />
        <Section title={t("detail.summary")}>
          <NotificationFacts notification={notification} />
        </Section>
        <Section title={t("events.title")}>
          {signature === "valid" ? (
            <EventTable events={notification.events} receivedAt={receivedAt} />
          ) : (
            <p className="text-soft">{t("events.refused")}</p>
          )}
        </Section>
        <Section title={t("payload.title")}>
          <Payload notification={notification} />
        </Section>
      </div>
    </Screen>
  );
}

/** Payloads are kept for a time, and what points to one may be kept for longer. */
function NotThere({ error, onRetry }: { error: unknown; onRetry: () => unknown }) {
  const t = useTranslations("notifications.detail.gone");
  if (!(error instanceof ApiError) || error.status !== 404) return <LoadError error={error} onRetry={onRetry} />;
  return <EmptyState title={t("title")}>{t("body")}</EmptyState>;
}
