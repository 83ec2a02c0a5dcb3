import type { Metadata } from "next";
import { ConnectGuide } from "@/components/pages/connect-guide";
import { Screen } from "@/components/shell/screen";
import { BackLink } from "@/components/ui/back-link";
import { mayDo } from "@/lib/auth/permissions";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getEnv } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("connect")("title") };
}

export default async function ConnectScreen() {
  const viewer = await requireViewer();
  const t = getTranslator("connect");
  return (
    <Screen above={<BackLink href="/pages">{t("back")}</BackLink>} title={t("title")}>
      <ConnectGuide
        mayConnect={mayDo(viewer, "pages:connect")}
        isConfigured={getEnv().FACEBOOK_LOGIN_CONFIG_ID !== undefined}
      />
    </Screen>
  );
}
