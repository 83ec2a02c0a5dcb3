import Link from "next/link";
import { Section } from "@/components/ui/section";
import { textLinkStyle } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/get-translator";

/** The way from the settings to what programs need. */
export function ApiSection() {
  const t = getTranslator("keys");
  return (
    <Section title={t("title")} description={t("settingsHint")}>
      <Link href="/settings/api" className={textLinkStyle}>
        {t("link")}
      </Link>
    </Section>
  );
}
