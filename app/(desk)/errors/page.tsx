import type { Metadata } from "next";
import { ErrorFilter } from "@/components/errors/error-filter";
import { ErrorList } from "@/components/errors/error-list";
import { Screen } from "@/components/shell/screen";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("errors")("title") };
}

export default function ErrorsScreen() {
  const t = getTranslator("errors");
  return (
    <Screen title={t("title")} actions={<ErrorFilter />}>
      <ErrorList />
    </Screen>
  );
}
