"use client";

import type { ReactNode } from "react";
import { useLocale } from "use-intl";
import { useNow } from "@/components/ui/use-now";
import { formatExactTime } from "@/lib/i18n/format-time";
import { formatTimeAhead } from "./format-time-ahead";

/** How long until then, kept current, with the exact time on hover; `past` once it is over. @param at Unix ms */
export function TimeAhead({ at, past }: { at: number; past: ReactNode }) {
  const nowMs = useNow();
  const locale = useLocale();
  return (
    // The server's clock and time zone are not the reader's, so the first text may differ.
    <time dateTime={new Date(at).toISOString()} title={formatExactTime(at, locale)} suppressHydrationWarning>
      {formatTimeAhead(at, nowMs, locale) ?? past}
    </time>
  );
}
