"use client";

import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import type { OneTimeNotification } from "@/lib/api/schemas/outgoing";

/** When somebody was asked, agreed or was told, and when their yes ends. */
export function OneTimeWhen({
  notification: { state, askedAt, grantedAt, spentAt, expiresAt },
}: {
  notification: OneTimeNotification;
}) {
  const t = useTranslations("onetime");
  const locale = useLocale();
  const said = (key: "askedAt" | "grantedAt" | "spentAt", at: number | null): ReactNode =>
    at !== null && t.rich(key, { time: () => <RelativeTime at={at} /> });
  const end = expiresAt === null ? null : new Date(expiresAt).toLocaleDateString(locale, { dateStyle: "medium" });
  switch (state) {
    case "asked":
      return said("askedAt", askedAt);
    case "spent":
      return said("spentAt", spentAt);
    default:
      return (
        <>
          {said("grantedAt", grantedAt)}
          {end !== null && <span suppressHydrationWarning> · {t("expiresAt", { date: end })}</span>}
        </>
      );
  }
}
