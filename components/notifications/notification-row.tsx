"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import type { NotificationSummary } from "@/lib/api/schemas/notifications";
import { formatBytes } from "@/lib/i18n/format-bytes";
import { formatExactTime, formatLogTime } from "@/lib/i18n/format-time";
import { OutcomeBadge } from "./outcome-badge";
import { PageNames } from "./page-names";
import { SignatureMark } from "./signature-mark";

/** The time is the link; it covers the row. */
export function NotificationRow({ notification }: { notification: NotificationSummary }) {
  const t = useTranslations("notifications.table");
  const locale = useLocale();
  const { id, receivedAt, pageIds, fields, outcome, signature, sizeBytes, durationMs } = notification;
  const exactTime = formatExactTime(receivedAt, locale);
  return (
    <tr className="relative transition-colors *:h-9 *:truncate *:px-3 hover:bg-hover max-md:*:h-12">
      <td className="font-mono text-xs">
        <Link
          href={`/notifications/${encodeURIComponent(id)}`}
          aria-label={t("open", { time: exactTime })}
          title={exactTime}
          className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {formatLogTime(receivedAt, locale)}
        </Link>
      </td>
      <td className="max-md:hidden">
        <PageNames pageIds={pageIds} />
      </td>
      <td className="font-mono text-xs" title={fields.join(", ")}>
        {fields.length === 0 ? t("none") : fields.join(", ")}
        <span className="block truncate font-sans text-soft md:hidden">
          <PageNames pageIds={pageIds} />
        </span>
      </td>
      <td>
        <OutcomeBadge outcome={outcome} />
      </td>
      <td className="max-lg:hidden">
        <SignatureMark signature={signature} />
      </td>
      <td className="text-right text-soft max-lg:hidden">{formatBytes(sizeBytes, locale)}</td>
      <td className="text-right text-soft max-lg:hidden">
        {durationMs === null ? t("none") : t("milliseconds", { value: formatMs(durationMs, locale) })}
      </td>
    </tr>
  );
}

function formatMs(durationMs: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: durationMs < 10 ? 1 : 0 }).format(durationMs);
}
