import type { Metadata } from "next";
import { FieldMatrix } from "@/components/fields/field-matrix";
import { Screen } from "@/components/shell/screen";
import { BackLink } from "@/components/ui/back-link";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("fields")("title") };
}

export default function FieldsScreen() {
  const t = getTranslator("fields");
  return (
    <Screen title={t("title")} above={<BackLink href="/pages">{t("back")}</BackLink>} width="wide">
      <FieldMatrix />
    </Screen>
  );
}
