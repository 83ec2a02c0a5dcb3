"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { FieldJob } from "@/lib/api/schemas/field-jobs";
import type { Page } from "@/lib/api/schemas/pages";
import { fieldJobsQuery } from "./field-jobs-query";
import { JobProgress } from "./job-progress";
import { JobView } from "./job-view";

const SHOWN = 5;

/** The last changes of many Pages: one that runs is seen from here after a reload, and one that went wrong is undone. */
export function JobList({ pages }: { pages: readonly Pick<Page, "id" | "name">[] }) {
  const t = useTranslations("fields.job");
  const mayChange = useMayDo("fields:manage");
  const { data: jobs = [] } = useQuery(fieldJobsQuery);
  const [open, setOpen] = useState<FieldJob | null>(null);
  if (jobs.length === 0) return null;
  return (
    <Section title={t("recent")}>
      <ul aria-label={t("recent")} className="divide-y">
        {jobs.slice(0, SHOWN).map((job) => (
          <JobLine key={job.id} job={job} onOpen={mayChange ? () => setOpen(job) : null} />
        ))}
      </ul>
      <Dialog open={open !== null} onOpenChange={() => setOpen(null)} size="lg" title={t("title")}>
        {open && <JobView key={open.id} job={open} pages={pages} onOther={setOpen} onClose={() => setOpen(null)} />}
      </Dialog>
    </Section>
  );
}

function JobLine({ job, onOpen }: { job: FieldJob; onOpen: (() => void) | null }) {
  const t = useTranslations("fields.job");
  const { total, startedBy, createdAt, undoes } = job;
  const word = wordOf(job);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{t(undoes === null ? "line" : "undoLine", { count: total })}</span>
          <Badge tone={tones[word]}>{t(`word.${word}`, { count: job.failed })}</Badge>
        </p>
        <p className="text-xs text-soft">
          {startedBy ?? t("nobody")} · <RelativeTime at={createdAt} />
        </p>
        {job.status === "running" && <JobProgress job={job} />}
      </div>
      {onOpen && (
        <Button size="sm" onClick={onOpen}>
          {t("open")}
        </Button>
      )}
    </li>
  );
}

const tones = {
  running: "accent",
  cancelled: "neutral",
  failed: "warn",
  undone: "neutral",
  done: "good",
} as const satisfies Record<string, BadgeTone>;

function wordOf({ status, failed, undoneBy }: FieldJob): keyof typeof tones {
  if (status !== "done") return status;
  if (undoneBy !== null) return "undone";
  return failed > 0 ? "failed" : "done";
}
