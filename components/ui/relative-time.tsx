"use client";

import { useLocale } from "use-intl";
import { formatExactTime, formatRelativeTime, formatShortAge } from "@/lib/i18n/format-time";
import { useNow } from "./use-now";

type RelativeTimeProps = {
  /** Unix ms. */
  at: number;
  /** `short` is "2m", for rows; `long` is "2 minutes ago". */
  format?: "short" | "long";
  className?: string;
};

/** How long ago, kept current; the exact time on hover, in the reader's time zone. */
export function RelativeTime({ at, format = "long", className }: RelativeTimeProps) {
  const nowMs = useNow();
  const locale = useLocale();
  return (
    // The server's clock and time zone are not the reader's, so the first text may differ.
    <time
      dateTime={new Date(at).toISOString()}
      title={formatExactTime(at, locale)}
      className={className}
      suppressHydrationWarning
    >
      {format === "short" ? formatShortAge(at, nowMs, locale) : formatRelativeTime(at, nowMs, locale)}
    </time>
  );
}
