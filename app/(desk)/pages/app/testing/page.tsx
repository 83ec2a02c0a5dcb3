import type { Metadata } from "next";
import { TestingGuide } from "@/components/app/testing-guide";
import { Screen } from "@/components/shell/screen";
import { BackLink } from "@/components/ui/back-link";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("app.testing")("title") };
}

export default function TestingScreen() {
  const t = getTranslator("app.testing");
  return (
    <Screen above={<BackLink href="/pages/app">{t("back")}</BackLink>} title={t("title")}>
      <TestingGuide />
    </Screen>
  );
}
