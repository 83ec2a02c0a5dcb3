import type { Metadata } from "next";
import { FailureList } from "@/components/notifications/failure-list";
import { InspectorScreen } from "@/components/notifications/inspector-screen";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications.parts")("failures") };
}

export default function FailuresScreen() {
  return (
    <InspectorScreen part="failures">
      <FailureList />
    </InspectorScreen>
  );
}
