import type { Metadata } from "next";
import { InspectorScreen } from "@/components/notifications/inspector-screen";
import { ReplayList } from "@/components/notifications/replay-list";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications.parts")("replays") };
}

export default function ReplaysScreen() {
  return (
    <InspectorScreen part="replays">
      <ReplayList />
    </InspectorScreen>
  );
}
