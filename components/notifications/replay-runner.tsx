"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/components/use-error-text";
import type { Replay } from "@/lib/api/schemas/replays";
import { forgetHiddenLists } from "./notifications-query";
import { ReplayProgress } from "./replay-progress";
import type { ReplayChoice } from "./replays-query";
import { useReplayRun } from "./use-replay-run";

type ReplayRunnerProps = {
  choice: ReplayChoice;
  /** Where the choice is made, as long as nothing has been tried. */
  children?: ReactNode;
  /** A real replay is over: what is on screen may be out of date. */
  onReplayed: () => void;
  onClose: () => void;
};

/** Many notifications at once, in three steps: choose, see what it would change, do it. It runs on when this is closed. */
export function ReplayRunner({ choice, children, onReplayed, onClose }: ReplayRunnerProps) {
  const t = useTranslations("notifications.replays");
  const queryClient = useQueryClient();
  const trial = useReplayRun();
  const run = useReplayRun(() => {
    forgetHiddenLists(queryClient);
    void queryClient.invalidateQueries({ queryKey: ["replays"], exact: true });
    void queryClient.invalidateQueries({ queryKey: ["notification"] });
    onReplayed();
  });
  const shown = run.replay ?? trial.replay;
  return (
    <div className="flex flex-col gap-4">
      {shown ? <Verdict replay={shown} /> : children}
      {shown && <ReplayProgress replay={shown} onCancel={run.replay ? run.cancel : trial.cancel} />}
      <Problem error={run.error ?? trial.error} />
      <div className="flex flex-wrap justify-end gap-2">
        {!shown && (
          <Button variant="primary" pending={trial.isStarting} onClick={() => trial.start(choice, true)}>
            {t("try")}
          </Button>
        )}
        {trial.replay && trial.replay.status !== "running" && !run.replay && (
          <>
            <Button onClick={trial.reset}>{t("back")}</Button>
            {trial.replay.total > 0 && (
              <Button variant="primary" pending={run.isStarting} onClick={() => run.start(choice, false)}>
                {t("run", { count: trial.replay.total })}
              </Button>
            )}
          </>
        )}
        {run.replay && (
          <Button variant={run.replay.status === "running" ? "secondary" : "primary"} onClick={onClose}>
            {run.replay.status === "running" ? t("hide") : t("close")}
          </Button>
        )}
      </div>
    </div>
  );
}

function Verdict({ replay: { status, isDryRun, total, changed, stillFailing } }: { replay: Replay }) {
  const t = useTranslations("notifications.replays");
  if (status === "running") return <Callout title={t(isDryRun ? "trying" : "running")}>{t("runningBody")}</Callout>;
  if (status === "cancelled") return <Callout title={t("cancelled")}>{t("cancelledBody")}</Callout>;
  if (total === 0) return <Callout title={t("none")}>{t("noneBody")}</Callout>;
  return (
    <Callout
      role="status"
      tone={stillFailing > 0 ? "warn" : "good"}
      title={t(isDryRun ? "wouldChange" : "changed", { count: changed })}
    >
      {stillFailing > 0 && t(isDryRun ? "wouldFail" : "stillFailing", { count: stillFailing })}
    </Callout>
  );
}

function Problem({ error }: { error: unknown }) {
  const text = useErrorText()(error);
  if (!error) return null;
  return (
    <Callout tone="bad" role="alert" title={text.title}>
      {text.detail}
    </Callout>
  );
}
