"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LoadError } from "@/components/ui/load-error";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { textLinkStyle } from "@/components/ui/text-link";
import type { OneTimeNotification, OneTimeTopic } from "@/lib/api/schemas/outgoing";
import { oneTimeOfTopicQuery } from "./one-time-query";
import { OneTimeWhen } from "./one-time-when";

const STATES = ["granted", "asked", "spent", "expired"] as const;

/** Who was asked for a topic, agreed to it, or was told. */
export function TopicPeople({ pageId, topic: { topic, title } }: { pageId: string; topic: OneTimeTopic }) {
  const t = useTranslations("onetime");
  const [state, setState] = useState<OneTimeNotification["state"]>("granted");
  const query = useInfiniteQuery(oneTimeOfTopicQuery(pageId, topic, state));
  return (
    <Section
      title={t("people", { topic: title ?? topic })}
      actions={
        <Select
          label={t("stateLabel")}
          items={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
          value={state}
          onValueChange={setState}
        />
      }
    >
      {query.isPending && <Skeleton rows={3} />}
      {query.error && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <p className="text-soft">{t("noPeople")}</p>}
      <ul className="flex flex-col gap-2">
        {query.data?.map((notification) => (
          <li key={notification.id} className="flex flex-wrap items-baseline gap-x-3">
            <Link href={`/inbox/${notification.conversationId}`} className={textLinkStyle}>
              {notification.displayName ?? t("unnamed")}
            </Link>
            <span className="text-soft">
              <OneTimeWhen notification={notification} />
            </span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          size="sm"
          className="mt-3"
          pending={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </Section>
  );
}
