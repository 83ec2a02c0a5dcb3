"use client";

import { useTranslations } from "use-intl";
import type { FieldJob } from "@/lib/api/schemas/field-jobs";

/** How far a change has come, as a bar and in numbers. */
export function JobProgress({ job: { total, done, failed } }: { job: FieldJob }) {
  const t = useTranslations("fields.job");
  return (
    <div className="flex flex-col gap-1">
      <progress
        aria-label={t("progress")}
        max={Math.max(total, 1)}
        value={done + failed}
        className="h-2 w-full overflow-hidden rounded-full [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
      <p className="text-soft">{t("counts", { done, total, failed })}</p>
    </div>
  );
}
