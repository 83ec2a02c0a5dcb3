"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { usePageName } from "@/components/pages/use-page-name";
import { Fact, Facts } from "@/components/ui/facts";
import { PageDot } from "@/components/ui/page-dot";
import { RelativeTime } from "@/components/ui/relative-time";
import { textLinkStyle } from "@/components/ui/text-link";
import type { NotificationDetail } from "@/lib/api/schemas/notifications";
import { formatBytes } from "@/lib/i18n/format-bytes";
import { formatExactTime } from "@/lib/i18n/format-time";
import { formatMs } from "./format-ms";
import { SignatureVerdict } from "./signature-verdict";

export function NotificationFacts({ notification }: { notification: NotificationDetail }) {
  const t = useTranslations("notifications");
  const locale = useLocale();
  const pageName = usePageName();
  const { receivedAt, pageIds, fields, object, eventCount, sizeBytes, durationMs, applyMs, status, duplicates } =
    notification;
  return (
    <Facts>
      <Fact label={t("detail.received")}>
        {formatExactTime(receivedAt, locale)} · <RelativeTime at={receivedAt} className="text-soft" />
      </Fact>
      <Fact label={t("detail.pages")}>
        {pageIds.length === 0 && t("table.none")}
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          {pageIds.map((pageId) => (
            <Link
              key={pageId}
              href={`/pages/${encodeURIComponent(pageId)}`}
              className={`inline-flex items-center gap-2 ${textLinkStyle}`}
            >
              <PageDot pageId={pageId} />
              {pageName(pageId)}
            </Link>
          ))}
        </span>
      </Fact>
      <Fact label={t("detail.object")}>
        <code className="font-mono text-xs">{object ?? t("table.none")}</code>
      </Fact>
      <Fact label={t("detail.fields")}>
        <code className="font-mono text-xs">{fields.length === 0 ? t("table.none") : fields.join(", ")}</code>
      </Fact>
      <Fact label={t("detail.events")}>{eventCount}</Fact>
      <Fact label={t("detail.signature")}>
        <SignatureVerdict notification={notification} />
      </Fact>
      <Fact label={t("detail.size")}>{formatBytes(sizeBytes, locale)}</Fact>
      <Fact label={t("detail.duration")}>{durationMs === null ? t("table.none") : formatMs(durationMs, locale)}</Fact>
      <Fact label={t("detail.applyTime")}>{applyMs === null ? t("table.none") : formatMs(applyMs, locale)}</Fact>
      <Fact label={t("detail.answer")}>{status}</Fact>
      {duplicates > 0 && <Fact label={t("detail.duplicates")}>{t("table.repeated", { count: duplicates })}</Fact>}
    </Facts>
  );
}
