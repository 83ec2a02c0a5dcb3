import type { Metadata } from "next";
import { NotificationDetail } from "@/components/notifications/notification-detail";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications.detail")("title") };
}

export default async function NotificationScreen({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <NotificationDetail notificationId={decodeURIComponent(id)} />;
}
