"use client";

import { useLocale, useTranslations } from "use-intl";
import { Callout } from "@/components/ui/callout";
import type { NotificationDetail } from "@/lib/api/schemas/notifications";
import { formatBytes } from "@/lib/i18n/format-bytes";
import { formatExactTime } from "@/lib/i18n/format-time";
import { outcomeWord } from "./outcome-word";

/** What has to be known before the rest is read: how it ended when not well, and what is missing from its bytes. */
export function NotificationNotices({ notification }: { notification: NotificationDetail }) {
  const t = useTranslations("notifications");
  const locale = useLocale();
  const { outcome, error, attempts, nextAttemptAt, redactedAt, isMasked, isCut, rawBody, sizeBytes, signatureCheck } =
    notification;
  const { cause } = signatureCheck;
  const headline =
    outcome === "rejected" && cause !== null
      ? t(`rejectedMeaning.${cause}`)
      : t(`outcomeMeaning.${outcomeWord(notification)}`);
  const isFine = outcome === "duplicate" || outcome === "pending";
  return (
    <>
      {outcome !== "applied" && (
        <Callout tone={isFine ? "info" : "warn"} title={headline}>
          {error !== null && <p>{error}</p>}
          {attempts > 0 && (
            <p className="mt-1 text-soft">
              {t("attempts.count", { count: attempts })}{" "}
              {nextAttemptAt === null
                ? !isFine && t("attempts.none")
                : t("attempts.next", { time: formatExactTime(nextAttemptAt, locale) })}
            </p>
          )}
        </Callout>
      )}
      {isMasked && <Callout title={t("masked.title")}>{t("masked.body")}</Callout>}
      {redactedAt !== null && (
        <Callout title={t("redacted.title")}>
          {t("redacted.body", { time: formatExactTime(redactedAt, locale) })}
        </Callout>
      )}
      {isCut && (
        <Callout title={t("cut.title")}>
          {t("cut.body", { kept: formatBytes(rawBody.length, locale), size: formatBytes(sizeBytes, locale) })}
        </Callout>
      )}
    </>
  );
}
