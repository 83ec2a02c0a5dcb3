import type { Metadata } from "next";
import { Inspector } from "@/components/notifications/inspector";
import { InspectorScreen } from "@/components/notifications/inspector-screen";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications")("title") };
}

export default function NotificationsScreen() {
  return (
    <InspectorScreen part="notifications">
      <Inspector />
    </InspectorScreen>
  );
}
