"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LoadError } from "@/components/ui/load-error";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { Session } from "@/lib/api/schemas/people";
import { sessionsQuery } from "./sessions-query";
import { useDeviceName } from "./use-device-name";

/** Where one is signed in; each can be ended, and all others at once. */
export function SessionList() {
  const t = useTranslations("account.sessions");
  const { data: sessions, error, isPending, refetch } = useQuery(sessionsQuery);
  const endOthers = useEnd<{ ended: number }>("/api/me/sessions", ({ ended }) => t("othersEnded", { count: ended }));
  if (isPending) return <Skeleton rows={2} rowClassName="h-14" />;
  if (!sessions) return <LoadError error={error} onRetry={refetch} />;
  return (
    <>
      {error && <LoadError error={error} onRetry={refetch} />}
      <ul aria-label={t("list")} className="divide-y">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button className="mt-3" pending={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {t("endOthers")}
        </Button>
      )}
    </>
  );
}

function SessionRow({ session: { id, userAgent, ip, lastSeenAt, createdAt, isCurrent } }: { session: Session }) {
  const t = useTranslations("account.sessions");
  const device = useDeviceName()(userAgent);
  const end = useEnd<void>(`/api/me/sessions/${encodeURIComponent(id)}`, () => t("ended", { device }));
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium" title={userAgent ?? undefined}>
            {device}
          </span>
          {isCurrent && <Badge tone="good">{t("current")}</Badge>}
        </p>
        <p className="mt-0.5 text-xs text-soft">
          {ip !== null && `${ip} · `}
          {t("active")} <RelativeTime at={lastSeenAt} />
          {` · ${t("since")} `}
          <RelativeTime at={createdAt} />
        </p>
      </div>
      {!isCurrent && (
        <Button size="sm" aria-label={t("endOne", { device })} pending={end.isPending} onClick={() => end.mutate()}>
          {t("end")}
        </Button>
      )}
    </li>
  );
}

function useEnd<Answer>(path: string, doneText: (answer: Answer) => string) {
  const t = useTranslations("account.sessions");
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => fetchJson<Answer>(path, { method: "DELETE" }),
    onSuccess: (answer) => void toast.good(doneText(answer)),
    onError: (error) => void toast.bad(t("endFailed"), { detail: errorText(error).detail }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}
