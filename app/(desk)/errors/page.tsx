import type { Metadata } from "next";
import { ErrorsScreen } from "@/components/errors/errors-screen";
import { Screen } from "@/components/shell/screen";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("errors")("title") };
}

export default function ErrorsPage() {
  return (
    <Screen title={getTranslator("errors")("title")}>
      <ErrorsScreen />
    </Screen>
  );
}
