"use client";

import { useTranslations } from "use-intl";
import type { NotificationSummary } from "@/lib/api/schemas/notifications";
import { NotificationRow } from "./notification-row";

/** Size and time leave first when it gets narrow; time, Page, fields and outcome stay on a phone. */
export function NotificationTable({ notifications }: { notifications: readonly NotificationSummary[] }) {
  const t = useTranslations("notifications.table");
  return (
    <div className="overflow-hidden rounded-lg border bg-surface">
      <table aria-label={t("label")} className="w-full table-fixed border-collapse text-left">
        <thead className="border-b text-xs text-soft">
          <tr className="*:h-9 *:px-3 *:font-medium">
            <th scope="col" className="w-34 max-md:w-28">
              {t("time")}
            </th>
            <th scope="col" className="max-md:hidden">
              {t("page")}
            </th>
            <th scope="col">{t("fields")}</th>
            <th scope="col" className="w-36 max-md:w-31">
              {t("outcome")}
            </th>
            <th scope="col" className="w-28 max-lg:hidden">
              {t("signature")}
            </th>
            <th scope="col" className="w-24 text-right max-lg:hidden">
              {t("size")}
            </th>
            <th scope="col" className="w-28 text-right max-lg:hidden">
              {t("duration")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {notifications.map((notification) => (
            <NotificationRow key={notification.id} notification={notification} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
