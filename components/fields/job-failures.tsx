"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import type { FieldJob } from "@/lib/api/schemas/field-jobs";
import type { Page } from "@/lib/api/schemas/pages";

/** Nothing in this list takes the focus, so the list itself must, or the keyboard cannot scroll it. */
const KEYBOARD_SCROLLABLE = { tabIndex: 0 };

type JobFailuresProps = { job: FieldJob; pages: readonly Pick<Page, "id" | "name">[] };

/** The Pages a change could not be made on, and why. */
export function JobFailures({ job, pages }: JobFailuresProps) {
  const t = useTranslations("fields.job");
  if (job.failures.length === 0) return null;
  const names = new Map(pages.map(({ id, name }) => [id, name]));
  return (
    <ul
      {...KEYBOARD_SCROLLABLE}
      aria-label={t("failures")}
      className="mt-3 min-h-0 flex-1 divide-y overflow-y-auto overscroll-contain rounded-md border"
    >
      {job.failures.map(({ pageId, problem }) => (
        <li key={pageId} className="flex gap-2 px-3 py-2">
          <CircleAlert aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
          <div className="min-w-0">
            <p className="font-medium">{names.get(pageId) ?? pageId}</p>
            <p className="break-words text-soft">
              {problem.title}. {problem.detail}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
