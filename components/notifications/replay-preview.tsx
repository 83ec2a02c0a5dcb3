"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { fetchJson } from "@/components/fetch-json";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { LoadError } from "@/components/ui/load-error";
import { Spinner } from "@/components/ui/spinner";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/use-error-text";
import type { NotificationDetail, ReplayResult } from "@/lib/api/schemas/notifications";
import { changedEvents } from "./changed-events";
import { EventTable } from "./event-table";
import { forgetHiddenLists, notificationQuery } from "./notifications-query";

function replay(notificationId: string, dryRun: boolean): Promise<ReplayResult> {
  return fetchJson<ReplayResult>(`/api/notifications/${encodeURIComponent(notificationId)}/replay`, {
    method: "POST",
    json: { dryRun },
  });
}

type ReplayPreviewProps = {
  notification: Pick<NotificationDetail, "id" | "events" | "receivedAt">;
  onDone: () => void;
};

/** What a replay would do, and the button that does it. */
export function ReplayPreview({ notification, onDone }: ReplayPreviewProps) {
  const { id: notificationId } = notification;
  const t = useTranslations("notifications");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const preview = useQuery({
    queryKey: ["notification", notificationId, "dry-run"],
    queryFn: () => replay(notificationId, true),
    gcTime: 0,
  });
  const run = useMutation({
    mutationFn: () => replay(notificationId, false),
    onSuccess: async ({ outcome }) => {
      toast.good(t("replay.done", { outcome: t(`outcome.${outcome}`) }));
      onDone();
      forgetHiddenLists(queryClient);
      await queryClient.invalidateQueries({ queryKey: notificationQuery(notificationId).queryKey });
    },
    onError: (error) => toast.bad(t("replay.failed"), { detail: errorText(error).detail }),
  });

  if (preview.isPending) {
    return (
      <p role="status" className="flex items-center gap-2 py-4 text-soft">
        <Spinner />
        {t("replay.trying")}
      </p>
    );
  }
  if (!preview.data) return <LoadError error={preview.error} onRetry={preview.refetch} />;
  const changed = changedEvents(notification.events, preview.data.events);
  const count = changed.length;
  return (
    <>
      <Callout title={t("replay.wouldChange", { count })} className="mb-2">
        {count === 0 &&
          t(preview.data.outcome === "unreadable" ? "replay.stillUnreadable" : "replay.wouldChangeNothing")}
      </Callout>
      {count > 0 && (
        <section aria-label={t("replay.preview")} className="min-h-0 flex-1 overflow-y-auto">
          <EventTable events={changed} receivedAt={notification.receivedAt} />
        </section>
      )}
      <div className="flex justify-end pt-4">
        <Button variant="primary" pending={run.isPending} onClick={() => run.mutate()}>
          {count === 0 ? t("replay.runAnyway") : t("replay.run")}
        </Button>
      </div>
    </>
  );
}
