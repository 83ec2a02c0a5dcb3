import type { Metadata } from "next";
import { OnlyRolesNotice } from "@/components/app/only-roles-notice";
import { ConnectAction } from "@/components/pages/connect-action";
import { ConnectResult } from "@/components/pages/connect-result";
import { PageList } from "@/components/pages/page-list";
import { PagesLinks } from "@/components/pages/pages-links";
import { Screen } from "@/components/shell/screen";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("pages")("title") };
}

export default function PagesScreen() {
  const t = getTranslator("pages");
  return (
    <Screen
      title={t("title")}
      width="wide"
      actions={
        <>
          <PagesLinks />
          <ConnectAction />
        </>
      }
    >
      <ConnectResult />
      <OnlyRolesNotice isBesidePages className="mb-4" />
      <PageList />
    </Screen>
  );
}
