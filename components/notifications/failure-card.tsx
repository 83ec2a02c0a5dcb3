"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { buttonStyle } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { WebhookFailure } from "@/lib/api/schemas/webhook-failures";
import { formatExactTime } from "@/lib/i18n/format-time";
import { formatMs } from "./format-ms";

const tones: Record<WebhookFailure["kind"], BadgeTone> = {
  rejected: "bad",
  not_stored: "bad",
  not_applied: "bad",
  unreadable: "warn",
  slow: "warn",
  gap: "bad",
  too_large: "warn",
  foreign_object: "warn",
  handshake: "warn",
};

/** A run of the same failure: what, since when, how often, and what to do. */
export function FailureCard({ failure }: { failure: WebhookFailure }) {
  const t = useTranslations("notifications.failures");
  const locale = useLocale();
  const { kind, title, advice, firstAt, lastAt, count, durationMs, notificationId } = failure;
  return (
    <li className="rounded-lg border bg-surface px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-soft">
        <Badge tone={tones[kind]}>{t(`kinds.${kind}`)}</Badge>
        <span>{t("times", { count })}</span>
        {durationMs !== null && (
          <span>{t(kind === "gap" ? "length" : "slowest", { duration: formatMs(durationMs, locale) })}</span>
        )}
        <span>
          {t("last")} <RelativeTime at={lastAt} />
        </span>
        {firstAt !== lastAt && <span>{t("since", { time: formatExactTime(firstAt, locale) })}</span>}
      </div>
      <h2 className="mt-1.5 text-base font-medium">{title}</h2>
      <p className="mt-0.5 text-soft">{advice}</p>
      {notificationId !== null && (
        <Link
          href={`/notifications/${encodeURIComponent(notificationId)}`}
          className={`mt-3 ${buttonStyle({ size: "sm" })}`}
        >
          {t("sample")}
        </Link>
      )}
    </li>
  );
}
