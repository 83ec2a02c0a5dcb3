import type { Metadata } from "next";
import { ApiReference } from "@/components/api-reference/api-reference";
import { Screen } from "@/components/shell/screen";
import { BackLink } from "@/components/ui/back-link";
import { buttonStyle } from "@/components/ui/button";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("reference")("title") };
}

export default async function ApiReferencePage() {
  await requireViewer("api_keys:manage");
  const t = getTranslator("reference");
  return (
    <Screen
      above={<BackLink href="/settings/api">{t("back")}</BackLink>}
      title={t("title")}
      actions={
        <a href="/api/openapi.json" className={buttonStyle()}>
          {t("json")}
        </a>
      }
    >
      <p className="mb-4 text-soft">{t("intro")}</p>
      <ApiReference />
    </Screen>
  );
}
