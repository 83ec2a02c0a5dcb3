import type { Metadata } from "next";
import Link from "next/link";
import { ApiKeyList } from "@/components/api-keys/api-key-list";
import { NewKeyButton } from "@/components/api-keys/new-key-button";
import { Screen } from "@/components/shell/screen";
import { BackLink } from "@/components/ui/back-link";
import { buttonStyle } from "@/components/ui/button";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("keys")("title") };
}

export default async function ApiKeysPage() {
  const { role, hasAllPages } = await requireViewer("api_keys:manage");
  const t = getTranslator("keys");
  return (
    <Screen
      above={<BackLink href="/settings">{t("back")}</BackLink>}
      title={t("title")}
      actions={
        <>
          <Link href="/settings/api/reference" className={buttonStyle()}>
            {t("reference")}
          </Link>
          <NewKeyButton viewer={{ role, hasAllPages }} />
        </>
      }
    >
      <p className="mb-4 text-soft">{t("intro")}</p>
      <ApiKeyList />
    </Screen>
  );
}
