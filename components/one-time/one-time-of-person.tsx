"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { oneTimeOfPersonQuery } from "./one-time-query";
import { OneTimeWhen } from "./one-time-when";

/** What a person was asked for and agreed to be told once, and what has become of it. */
export default function OneTimeOfPerson({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("onetime");
  const { data, error, isPending, refetch } = useQuery(oneTimeOfPersonQuery(conversation));
  if (isPending) return <Skeleton rows={1} />;
  if (!data) return <LoadError error={error} onRetry={refetch} />;
  if (data.length === 0) return <p className="text-soft">{t("ofPerson.none")}</p>;
  return (
    <ul className="space-y-1.5">
      {data.map((notification) => (
        <li key={notification.id}>
          <bdi>{notification.title ?? notification.topic}</bdi>
          <p className="text-xs text-soft">
            {t(`states.${notification.state}`)} · <OneTimeWhen notification={notification} />
          </p>
        </li>
      ))}
    </ul>
  );
}
