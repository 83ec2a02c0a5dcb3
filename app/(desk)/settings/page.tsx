import type { Metadata } from "next";
import { AccountSections } from "@/components/account/account-sections";
import { ApiSection } from "@/components/api-keys/api-section";
import { PrivacySection } from "@/components/privacy/privacy-section";
import { RetentionSetting } from "@/components/settings/retention-setting";
import { SendKeySetting } from "@/components/settings/send-key-setting";
import { SendingSetting } from "@/components/settings/sending-setting";
import { ThemeSetting } from "@/components/settings/theme-setting";
import { WebhookSection } from "@/components/settings/webhook-section";
import { Screen } from "@/components/shell/screen";
import { Section } from "@/components/ui/section";
import { findSignInEmail } from "@/lib/auth/own-account";
import { mayDo } from "@/lib/auth/permissions";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getDb } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/get-translator";
import { getPrivacyText } from "@/lib/privacy/privacy-text";
import { getRetentionSettings } from "@/lib/settings/retention-settings";
import { getSendingSettings } from "@/lib/settings/sending-settings";

export function generateMetadata(): Metadata {
  return { title: getTranslator("settings")("title") };
}

export default async function SettingsScreen() {
  const viewer = await requireViewer("me:manage");
  const t = getTranslator("settings");
  return (
    <Screen title={t("title")}>
      <div className="flex flex-col gap-4">
        <AccountSections viewer={viewer} email={findSignInEmail(getDb(), viewer.id)} />
        <Section title={t("appearance.title")}>
          <ThemeSetting />
        </Section>
        <Section title={t("composer.title")}>
          <SendKeySetting />
        </Section>
        {mayDo(viewer, "settings:manage") && (
          <Section title={t("sending.title")} description={t("sending.description")}>
            <SendingSetting initial={getSendingSettings(getDb())} />
          </Section>
        )}
        {mayDo(viewer, "app:read") && <WebhookSection address={`${getEnv().PUBLIC_URL}/api/webhook`} />}
        {mayDo(viewer, "api_keys:manage") && <ApiSection />}
        {mayDo(viewer, "settings:manage") && (
          <Section title={t("retention.title")} description={t("retention.description")}>
            <RetentionSetting initial={getRetentionSettings(getDb())} />
          </Section>
        )}
        {mayDo(viewer, "settings:manage") && (
          <PrivacySection initial={await getPrivacyText(getDb())} address={`${getEnv().PUBLIC_URL}/privacy`} />
        )}
      </div>
    </Screen>
  );
}
