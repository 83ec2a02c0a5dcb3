"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadError } from "@/components/ui/load-error";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Replay } from "@/lib/api/schemas/replays";
import { formatExactTime } from "@/lib/i18n/format-time";
import { ReplayFailedButton } from "./replay-failed-button";
import { ReplayProgress } from "./replay-progress";
import { cancelReplay, replaysQuery } from "./replays-query";

const tones = { running: "accent", done: "good", cancelled: "neutral" } as const;

/** The newest replays, those that run with their progress. */
export function ReplayList() {
  const t = useTranslations("notifications.replays");
  const { data: replays, error, isPending, refetch } = useQuery(replaysQuery);
  if (isPending) return <Skeleton rows={4} rowClassName="h-20" />;
  if (!replays) return <LoadError error={error} onRetry={refetch} />;
  return (
    <div className="flex flex-col gap-3">
      {error && <LoadError error={error} onRetry={refetch} />}
      {replays.length === 0 ? (
        <EmptyState icon={<RotateCcw />} title={t("emptyTitle")} action={<ReplayFailedButton />}>
          {t("emptyBody")}
        </EmptyState>
      ) : (
        <>
          <div className="flex justify-end">
            <ReplayFailedButton />
          </div>
          <ul aria-label={t("list")} className="flex flex-col gap-3">
            {replays.map((replay) => (
              <ReplayItem key={replay.id} replay={replay} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function ReplayItem({ replay }: { replay: Replay }) {
  const t = useTranslations("notifications.replays");
  const locale = useLocale();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const cancel = useMutation({
    mutationFn: () => cancelReplay(replay.id),
    onError: (error) => toast.bad(t("cancelFailed"), { detail: errorText(error).detail }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: replaysQuery.queryKey }),
  });
  const { since, isDryRun, status, startedBy, createdAt, total } = replay;
  return (
    <li className="rounded-lg border bg-surface px-4 py-3">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-medium">
          {since === null ? t("ofChosen", { count: total }) : t("ofFailed", { time: formatExactTime(since, locale) })}
        </h2>
        <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
        {isDryRun && <Badge>{t("dryRun")}</Badge>}
        <span className="ml-auto text-xs text-soft">
          {startedBy !== null && <>{startedBy} · </>}
          <RelativeTime at={createdAt} />
        </span>
      </div>
      <ReplayProgress replay={replay} onCancel={() => cancel.mutate()} />
    </li>
  );
}
