"use client";

import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";

/** How often something failed on each of the last 14 days, today last: small bars, and a sentence for who cannot see them. */
export function TrendBars({ days }: { days: readonly number[] }) {
  const t = useTranslations("errors.group");
  const most = Math.max(1, ...days);
  const text = t("trend", { count: days.reduce((sum, count) => sum + count, 0), today: days.at(-1) ?? 0 });
  const bars = days.map((count, index) => ({ count, daysAgo: days.length - 1 - index }));
  return (
    <div role="img" aria-label={text} title={text} className="flex h-8 items-end gap-0.5">
      {bars.map(({ count, daysAgo }) => (
        <span
          key={daysAgo}
          style={{ height: `${Math.max(count === 0 ? 6 : 14, (count / most) * 100)}%` }}
          className={cn("w-1.5 rounded-t-sm", count === 0 ? "bg-line-strong" : "bg-bad")}
        />
      ))}
    </div>
  );
}
