"use client";

import { useTranslations } from "use-intl";
import { cn } from "./cn";

const widths = ["w-3/4", "w-1/2", "w-2/3", "w-5/12"];

/**
 * Stands in for `rows` rows of `rowClassName` while they load. Invisible for the first 150 ms: a short wait should not
 * flicker.
 */
export function Skeleton({
  rows = 1,
  rowClassName = "h-9",
  className,
}: {
  rows?: number;
  rowClassName?: string;
  className?: string;
}) {
  const t = useTranslations("ui");
  const bars = Array.from({ length: rows }, (_, index) => ({
    key: `bar-${index}`,
    width: widths[index % widths.length],
  }));
  return (
    <div role="status" className={cn("animate-late", className)}>
      <span className="sr-only">{t("loading")}</span>
      {bars.map(({ key, width }) => (
        <div key={key} className={cn("flex items-center", rowClassName)}>
          <SkeletonBar className={width} />
        </div>
      ))}
    </div>
  );
}

/** One grey bar, to build other shapes from. */
export function SkeletonBar({ className }: { className?: string }) {
  return <span className={cn("block h-3 w-full animate-pulse rounded-sm bg-line", className)} />;
}
