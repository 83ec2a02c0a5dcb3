import { Section } from "@/components/ui/section";
import { getTranslator } from "@/lib/i18n/get-translator";
import type { PrivacyText } from "@/lib/privacy/privacy-text";
import { PrivacyTextSetting } from "./privacy-text-setting";

/** Where those who answer for the desk write what its privacy page says. */
export function PrivacySection({ initial, address }: { initial: PrivacyText; address: string }) {
  const t = getTranslator("privacy.text");
  return (
    <Section title={t("title")} description={t("hint", { address })}>
      <PrivacyTextSetting initial={initial} />
    </Section>
  );
}
