"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Replay } from "@/lib/api/schemas/replays";

/** How far a replay has come, as a bar and in numbers, with what ends it. */
export function ReplayProgress({ replay, onCancel }: { replay: Replay; onCancel?: () => void }) {
  const t = useTranslations("notifications.replays");
  const { total, done, changed, stillFailing, status, isDryRun } = replay;
  const label = t(isDryRun ? "progressDry" : "progress");
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-3">
        <progress
          aria-label={label}
          max={Math.max(total, 1)}
          value={total === 0 ? 1 : done}
          className="h-2 min-w-0 flex-1 overflow-hidden rounded-full [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        />
        {status === "running" && onCancel && (
          <Button size="sm" onClick={onCancel}>
            {t("cancel")}
          </Button>
        )}
      </div>
      <p className="text-soft">
        {t("counts", { done, total })} · {t(isDryRun ? "wouldChange" : "changed", { count: changed })} ·{" "}
        {t(isDryRun ? "wouldFail" : "stillFailing", { count: stillFailing })}
      </p>
    </div>
  );
}
