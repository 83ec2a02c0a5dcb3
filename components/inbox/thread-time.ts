"use client";

import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";

/** Times as a thread shows them, in the reader's language and time zone. */
export function useThreadTime() {
  const locale = useLocale();
  const t = useTranslations("inbox.thread");
  return useMemo(() => {
    const { clock, exact, short, day, dayOfYear } = formatsFor(locale);
    return {
      /** "10:42" */
      clock: (at: number) => clock.format(at),
      /** With weekday and seconds, for hovering. */
      exact: (at: number) => exact.format(at),
      /** Date and time in a few words. */
      short: (at: number) => short.format(at),
      /** From when until when; what both have in common is said once. */
      span: (startMs: number, endMs: number) =>
        endMs > startMs ? short.formatRange(startMs, endMs) : short.format(startMs),
      /** "Today", "Yesterday", else the date. */
      day(at: number, nowMs: number) {
        const days = daysBetween(at, nowMs);
        if (days === 0) return t("today");
        if (days === 1) return t("yesterday");
        const sameYear = new Date(at).getFullYear() === new Date(nowMs).getFullYear();
        return (sameYear ? day : dayOfYear).format(at);
      },
    };
  }, [locale, t]);
}

type Formats = Record<"clock" | "exact" | "short" | "day" | "dayOfYear", Intl.DateTimeFormat>;
const formatsByLocale = new Map<string, Formats>();

// Making one takes longer than showing a message, and every message needs three.
function formatsFor(locale: string): Formats {
  const known = formatsByLocale.get(locale);
  if (known) return known;
  const formats = {
    clock: new Intl.DateTimeFormat(locale, { timeStyle: "short" }),
    exact: new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "medium" }),
    short: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }),
    day: new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" }),
    dayOfYear: new Intl.DateTimeFormat(locale, { dateStyle: "long" }),
  };
  formatsByLocale.set(locale, formats);
  return formats;
}

/** Midnights between two times, in the reader's time zone. A day of summer time has 23 or 25 hours. */
function daysBetween(earlierMs: number, laterMs: number): number {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  return Math.round((midnight(laterMs) - midnight(earlierMs)) / 86_400_000);
}
