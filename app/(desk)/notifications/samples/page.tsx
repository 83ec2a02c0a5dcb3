import type { Metadata } from "next";
import { InspectorScreen } from "@/components/notifications/inspector-screen";
import { SampleList } from "@/components/notifications/sample-list";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications.parts")("samples") };
}

export default function SamplesScreen() {
  return (
    <InspectorScreen part="samples">
      <SampleList />
    </InspectorScreen>
  );
}
