"use client";

import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { formatExactTime, formatTimeOfDay } from "@/lib/i18n/format-time";

/** Within half a day the hour says enough. */
const RECENT_MS = 43_200_000;

type LookingFurtherProps = {
  /** Back to when everything has been looked at (Unix ms); null while that is not known. */
  reachedAt: number | null;
  isStopped: boolean;
  onStop: () => void;
  onGoOn: () => void;
};

/** Says how far back a rare filter has been looked for, and lets it be ended. */
export function LookingFurther({ reachedAt, isStopped, onStop, onGoOn }: LookingFurtherProps) {
  const t = useTranslations("notifications.looking");
  const locale = useLocale();
  const isRecent = reachedAt !== null && Date.now() - reachedAt < RECENT_MS;
  const reached = reachedAt === null ? null : (isRecent ? formatTimeOfDay : formatExactTime)(reachedAt, locale);
  return (
    <div className="flex flex-wrap items-center justify-center gap-3 py-3 text-soft">
      {!isStopped && <Spinner />}
      <p>
        {isStopped ? t("stopped") : t("title")} {reached !== null && t("reached", { time: reached })}
      </p>
      <Button size="sm" onClick={isStopped ? onGoOn : onStop}>
        {isStopped ? t("goOn") : t("stop")}
      </Button>
    </div>
  );
}
