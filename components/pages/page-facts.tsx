"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { Fact, Facts } from "@/components/ui/facts";
import { RelativeTime } from "@/components/ui/relative-time";
import { textLinkStyle } from "@/components/ui/text-link";
import type { Page } from "@/lib/api/schemas/pages";
import { TimeAhead } from "./time-ahead";
import { TokenFacts } from "./token-facts";

export function PageFacts({ page }: { page: Page }) {
  const t = useTranslations("pages.detail");
  const facts = useTranslations("health.facts");
  const query = `?pageId=${encodeURIComponent(page.id)}`;
  const isLinked = page.status !== "unlinked";
  return (
    <Facts className="max-md:grid-cols-1 max-md:gap-y-0 max-md:[&_dd]:mb-2.5">
      {isLinked && <TokenFacts page={page} />}
      {page.instagram !== null && (
        <Fact label={facts("instagram")}>
          {page.instagram.username === null ? (
            <span className="font-mono text-xs">{page.instagram.id}</span>
          ) : (
            `@${page.instagram.username}`
          )}
        </Fact>
      )}
      {isLinked && <OtherApps apps={page.otherApps} />}
      <LastNotification page={page} query={query} />
      <Fact label={facts("lastSent")}>
        {page.lastSentAt === null ? t("never") : <RelativeTime at={page.lastSentAt} />}
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
      {isLinked && <LastCheck page={page} />}
      <Fact label={t("pageId")}>
        <span className="font-mono text-xs">{page.id}</span>
      </Fact>
    </Facts>
  );
}

function LastNotification({ page, query }: { page: Page; query: string }) {
  const t = useTranslations("pages.detail");
  const mayInspect = useMayDo("notifications:read");
  const time = page.lastNotificationAt === null ? t("never") : <RelativeTime at={page.lastNotificationAt} />;
  return (
    <Fact label={t("lastNotification")}>
      {mayInspect && page.lastNotificationAt !== null ? (
        <Link href={`/notifications${query}`} className={textLinkStyle}>
          {time}
        </Link>
      ) : (
        time
      )}
    </Fact>
  );
}

function LastCheck({ page: { checkedAt, nextCheckAt } }: { page: Page }) {
  const t = useTranslations("pages.detail");
  const facts = useTranslations("health.facts");
  return (
    <Fact label={t("checked")}>
      {checkedAt === null ? t("never") : <RelativeTime at={checkedAt} />}
      {nextCheckAt !== null && (
        <span className="text-soft">
          {" · "}
          {facts.rich("nextCheck", { time: () => <TimeAhead at={nextCheckAt} past={facts("checkDue")} /> })}
        </span>
      )}
    </Fact>
  );
}

/** Shown because they can hold conversations; nothing here can change them, and they count for nothing. */
function OtherApps({ apps }: { apps: Page["otherApps"] }) {
  const t = useTranslations("health.facts");
  return (
    <Fact label={t("otherApps")}>
      {apps.length === 0 ? (
        t("noOtherApps")
      ) : (
        <ul className="flex flex-col gap-0.5">
          {apps.map(({ id, name, fields }) => (
            <li key={id} title={fields.join(", ")}>
              {name} <span className="text-soft">{t("fieldCount", { count: fields.length })}</span>
            </li>
          ))}
        </ul>
      )}
    </Fact>
  );
}
