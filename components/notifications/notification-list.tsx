"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Webhook } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button, buttonStyle } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { NewNotifications } from "./new-notifications";
import { NotificationTable } from "./notification-table";
import { notificationsQuery } from "./notifications-query";
import { useNotificationFilters } from "./use-notification-filters";

export function NotificationList() {
  const t = useTranslations("notifications");
  const { filters, isFiltered, clear } = useNotificationFilters();
  const query = useInfiniteQuery(notificationsQuery(filters));
  const { data: notifications, error, isPending, refetch } = query;

  if (isPending) return <Skeleton rows={10} />;
  if (!notifications) return <LoadError error={error} onRetry={refetch} />;
  return (
    <div className="flex flex-col gap-3">
      {error && <LoadError error={error} onRetry={refetch} />}
      <NewNotifications isEmpty={notifications.length === 0} onShow={refetch} />
      {notifications.length > 0 ? (
        <NotificationTable notifications={notifications} />
      ) : isFiltered ? (
        <EmptyState
          icon={<Webhook />}
          title={t("empty.filteredTitle")}
          action={<Button onClick={clear}>{t("empty.filteredAction")}</Button>}
        >
          {t("empty.filteredBody")}
        </EmptyState>
      ) : (
        <EmptyState
          icon={<Webhook />}
          title={t("empty.title")}
          action={
            <Link href="/pages" className={buttonStyle()}>
              {t("empty.action")}
            </Link>
          }
        >
          {t("empty.body")}
        </EmptyState>
      )}
      {query.hasNextPage ? (
        <Button className="self-center" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("table.more")}
        </Button>
      ) : (
        notifications.length > 20 && <p className="text-center text-xs text-soft">{t("table.end")}</p>
      )}
    </div>
  );
}
