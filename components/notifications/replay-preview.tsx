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
import type { ReplayResult } from "@/lib/api/schemas/notifications";
import { EventTable } from "./event-table";
import { notificationQuery } from "./notifications-query";

function replay(notificationId: string, dryRun: boolean): Promise<ReplayResult> {
  return fetchJson<ReplayResult>(`/api/notifications/${encodeURIComponent(notificationId)}/replay`, {
    method: "POST",
    json: { dryRun },
  });
}

/** What a replay would do, and the button that does it. */
export function ReplayPreview({ notificationId, onDone }: { notificationId: string; onDone: () => void }) {
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
  const count = preview.data.events.filter((event) => event.outcome === "applied").length;
  return (
    <>
      <Callout title={t("replay.wouldChange", { count })} className="mb-2">
        {count === 0 && t("replay.wouldChangeNothing")}
      </Callout>
      <section aria-label={t("replay.preview")} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto">
        <EventTable events={preview.data.events} />
      </section>
      <div className="flex justify-end pt-4">
        <Button variant="primary" pending={run.isPending} onClick={() => run.mutate()}>
          {count === 0 ? t("replay.runAnyway") : t("replay.run")}
        </Button>
      </div>
    </>
  );
}
