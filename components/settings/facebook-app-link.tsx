"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { textLinkStyle } from "@/components/ui/text-link";

/** From the webhook address to the rest of what the app at Meta needs, for those who may see it. */
export function FacebookAppLink() {
  const t = useTranslations("app");
  if (!useMayDo("app:read")) return null;
  return (
    <Link href="/pages/app" className={`mt-3 inline-block ${textLinkStyle}`}>
      {t("settingsLink")}
    </Link>
  );
}
