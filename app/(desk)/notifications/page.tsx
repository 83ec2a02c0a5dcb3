import type { Metadata } from "next";
import { NotificationList } from "@/components/notifications/notification-list";
import { OutcomeFilter } from "@/components/notifications/outcome-filter";
import { Screen } from "@/components/shell/screen";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications")("title") };
}

export default function NotificationsScreen() {
  const t = getTranslator("notifications");
  return (
    <Screen title={t("title")} width="wide" actions={<OutcomeFilter />}>
      <NotificationList />
    </Screen>
  );
}
