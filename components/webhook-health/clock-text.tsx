"use client";

import { useLocale, useTranslations } from "use-intl";
import type { WebhookClock } from "@/lib/api/schemas/webhook-failures";
import { formatTimeOfDay } from "@/lib/i18n/format-time";
import { formatLeft, toClockStage } from "./clock-stage";
import { useEverySecond } from "./use-every-second";

/** What is wrong, since when, and what Facebook does about it when; the time that is left runs. */
export function ClockText({ clock }: { clock: WebhookClock }) {
  const t = useTranslations("shell.webhookHealth");
  const locale = useLocale();
  const nowMs = useEverySecond();
  const { stage, leftMs } = toClockStage(clock, nowMs);
  const time = (atMs: number) => formatTimeOfDay(atMs, locale);
  return (
    <>
      {t(`cause.${clock.cause}`, { page: clock.pageName, since: time(clock.sinceAt) })}{" "}
      {t(`stage.${toWords(clock.cause, stage)}`, {
        alert: time(clock.alertAt),
        unsubscribe: time(clock.unsubscribeAt),
      })}
      {stage !== "over" && (
        // It changes every second: to hear that would be torture.
        <span aria-hidden="true" className="ml-1.5 inline-block rounded-sm bg-surface px-1.5 font-mono text-xs">
          {formatLeft(leftMs)}
        </span>
      )}
    </>
  );
}

/** Of calls that may not be from Facebook, nothing is claimed. */
function toWords(cause: WebhookClock["cause"], stage: ReturnType<typeof toClockStage>["stage"]) {
  if (cause !== "rejected") return stage;
  return stage === "over" ? "unproven_over" : "unproven";
}
