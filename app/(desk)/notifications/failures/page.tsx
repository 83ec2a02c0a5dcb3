import type { Metadata } from "next";
import { FailureList } from "@/components/notifications/failure-list";
import { InspectorScreen } from "@/components/notifications/inspector-screen";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications.parts")("failures") };
}

export default async function FailuresScreen() {
  await requireViewer("webhook_failures:read");
  return (
    <InspectorScreen part="failures">
      <FailureList />
    </InspectorScreen>
  );
}
