import Link from "next/link";
import { CopyButton } from "@/components/ui/copy-button";
import { Section } from "@/components/ui/section";
import { textLinkStyle } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/get-translator";

/** The address that Meta calls, and the way to the rest of what the app there needs: for those who may see the app. */
export function WebhookSection({ address }: { address: string }) {
  const t = getTranslator("settings.webhook");
  return (
    <Section title={t("title")} description={t("hint")}>
      <p className="mb-1 font-medium">{t("label")}</p>
      <div className="flex flex-wrap items-center gap-3">
        <code className="rounded-md bg-canvas px-2.5 py-1.5 font-mono text-xs break-all">{address}</code>
        <CopyButton text={address} label={t("copy")} />
      </div>
      <Link href="/pages/app" className={`mt-3 inline-block ${textLinkStyle}`}>
        {getTranslator("app")("settingsLink")}
      </Link>
    </Section>
  );
}
