"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { Badge } from "@/components/ui/badge";
import { PageDot } from "@/components/ui/page-dot";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { ParkedEntry } from "@/lib/api/schemas/pages";
import { ConnectLink } from "./connect-link";
import { parkedEntriesQuery } from "./parked-entries-query";

/** Pages that are not linked here, but whose notifications arrive and are kept. Not shown while there is none. */
export function ParkedEntries() {
  const t = useTranslations("pages.parked");
  const mayConnect = useMayDo("pages:connect");
  const { data: entries = [] } = useQuery({ ...parkedEntriesQuery, enabled: mayConnect });
  if (entries.length === 0) return null;
  return (
    <Section
      title={t("title")}
      description={t("body")}
      actions={<ConnectLink primary={false}>{t("connect")}</ConnectLink>}
    >
      <ul aria-label={t("title")} className="divide-y">
        {entries.map((entry) => (
          <Entry key={`${entry.object} ${entry.id}`} entry={entry} />
        ))}
      </ul>
    </Section>
  );
}

function Entry({ entry: { id, object, eventCount, firstAt, lastAt } }: { entry: ParkedEntry }) {
  const t = useTranslations("pages.parked");
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <PageDot pageId={id} />
      <span className="font-mono text-xs">{id}</span>
      {object === "instagram" && <Badge>{t("instagram")}</Badge>}
      <span className="flex-1">{t("events", { count: eventCount })}</span>
      <span className="text-xs text-soft">
        {t("first")} <RelativeTime at={firstAt} /> · {t("last")} <RelativeTime at={lastAt} />
      </span>
    </li>
  );
}
