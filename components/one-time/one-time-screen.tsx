"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePage } from "@/components/pages/use-page";
import { Screen } from "@/components/shell/screen";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { oneTimeTopicsQuery } from "./one-time-query";
import { TopicPeople } from "./topic-people";

/** What people of a Page were asked for, and who of them can be told. */
export function OneTimeScreen({ pageId }: { pageId: string }) {
  const t = useTranslations("onetime");
  const { data: page } = usePage(pageId);
  const { data: topics, error, isPending, refetch } = useQuery(oneTimeTopicsQuery(pageId));
  const [chosen, setChosen] = useState<string | null>(null);
  const open = topics?.find(({ topic }) => topic === chosen) ?? topics?.[0];
  const capability = page?.capabilities.oneTime;
  return (
    <Screen
      title={t("title")}
      above={<BackLink href={`/pages/${encodeURIComponent(pageId)}`}>{page?.name ?? t("back")}</BackLink>}
    >
      <div className="flex flex-col gap-4">
        <p className="text-soft">{t("body")}</p>
        {capability !== undefined && capability !== "yes" && (
          <Callout tone={capability === "no" ? "warn" : "info"}>{t(`capability.${capability}`)}</Callout>
        )}
        {isPending && <Skeleton rows={4} />}
        {!topics && error && <LoadError error={error} onRetry={refetch} />}
        {topics && !open && <EmptyState title={t("noTopics")}>{t("noTopicsBody")}</EmptyState>}
        {topics && open && (
          <>
            <Section title={t("topics")} description={t("topicsBody")}>
              <ul aria-label={t("topicsLabel")} className="flex flex-col gap-1">
                {topics.map(({ topic, title, granted }) => (
                  <li key={topic} className="flex flex-wrap items-center gap-x-3">
                    <Button
                      variant={topic === open.topic ? "secondary" : "ghost"}
                      aria-pressed={topic === open.topic}
                      onClick={() => setChosen(topic)}
                      className="min-w-0"
                    >
                      <span className="truncate">{title ?? topic}</span>
                    </Button>
                    <span className="text-soft">{t("granted", { count: granted })}</span>
                  </li>
                ))}
              </ul>
            </Section>
            <TopicPeople key={open.topic} pageId={pageId} topic={open} />
          </>
        )}
      </div>
    </Screen>
  );
}
