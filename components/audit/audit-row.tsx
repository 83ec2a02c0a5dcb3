"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { usePageName } from "@/components/pages/use-page-name";
import { PageDot } from "@/components/ui/page-dot";
import { RelativeTime } from "@/components/ui/relative-time";
import { textLinkStyle } from "@/components/ui/text-link";
import type { AuditEntry } from "@/lib/api/schemas/people";
import { AuditDetail } from "./audit-detail";
import { usePersonName } from "./use-person-name";

/** One thing that was done: who, what, to what, from where and when. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("audit");
  const pageName = usePageName();
  return (
    <li className="flex items-start gap-x-4 gap-y-1 px-4 py-2.5 max-md:flex-col">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="font-medium">{t(`action.${entry.action}`)}</span>
          <AuditTarget entry={entry} />
          {entry.pageId !== null && (
            <span className="inline-flex items-center gap-1.5 text-soft">
              <PageDot pageId={entry.pageId} />
              {pageName(entry.pageId)}
            </span>
          )}
        </p>
        <AuditDetail detail={entry.detail} />
      </div>
      <div className="text-xs text-soft md:w-64 md:text-right">
        <p>
          <span className="text-ink">{entry.userName ?? t("nobody")}</span>
          {entry.apiKeyName !== null && ` ${t("with", { name: entry.apiKeyName })}`}
        </p>
        <p>
          <RelativeTime at={entry.at} />
          {entry.ip !== null && ` ${t("from", { ip: entry.ip })}`}
        </p>
      </div>
    </li>
  );
}

/** To whom or what, where that is more than the Page or an id that nobody reads. */
function AuditTarget({ entry: { action, target, userId } }: { entry: AuditEntry }) {
  const t = useTranslations("audit");
  const personName = usePersonName();
  if (target === null) return null;
  if (action.startsWith("user.") && target !== userId) return <span>{personName(target)}</span>;
  if (action.startsWith("thread.")) {
    return (
      <Link href={`/inbox/${encodeURIComponent(target)}`} className={textLinkStyle}>
        {t("conversation", { id: target })}
      </Link>
    );
  }
  if (action.startsWith("notification.")) {
    return (
      <Link href={`/notifications/${encodeURIComponent(target)}`} className={textLinkStyle}>
        {t("notification", { id: target })}
      </Link>
    );
  }
  return null;
}
