"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Fact, Facts } from "@/components/ui/facts";
import { RelativeTime } from "@/components/ui/relative-time";
import { textLinkStyle } from "@/components/ui/text-link";
import type { Page } from "@/lib/api/schemas/pages";

export function PageFacts({ page }: { page: Page }) {
  const t = useTranslations("pages.detail");
  const query = `?pageId=${encodeURIComponent(page.id)}`;
  return (
    <Facts>
      <Fact label={t("token")}>{t(`tokenStatus.${page.tokenStatus}`)}</Fact>
      <Fact label={t("lastNotification")}>
        {page.lastNotificationAt === null ? (
          t("never")
        ) : (
          <Link href={`/notifications${query}`} className={textLinkStyle}>
            <RelativeTime at={page.lastNotificationAt} />
          </Link>
        )}
      </Fact>
      <Fact label={t("unread")}>
        <Link href={`/inbox${query}`} className={textLinkStyle}>
          {page.unreadConversations}
        </Link>
      </Fact>
      {page.linkedAt !== null && (
        <Fact label={t("linked")}>
          <RelativeTime at={page.linkedAt} />
        </Fact>
      )}
      {page.checkedAt !== null && (
        <Fact label={t("checked")}>
          <RelativeTime at={page.checkedAt} />
        </Fact>
      )}
      <Fact label={t("pageId")}>
        <span className="font-mono text-xs">{page.id}</span>
      </Fact>
    </Facts>
  );
}
