"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/components/use-error-text";
import type { FieldJob } from "@/lib/api/schemas/field-jobs";
import type { Page } from "@/lib/api/schemas/pages";
import { JobFailures } from "./job-failures";
import { JobProgress } from "./job-progress";
import { useFieldJob } from "./use-field-job";

type JobViewProps = {
  job: FieldJob;
  pages: readonly Pick<Page, "id" | "name">[];
  /** There is another job now, that takes this one back. */
  onOther: (job: FieldJob) => void;
  onClose: () => void;
};

/** One change of many Pages: how far it is, what failed, and what can be done about it. */
export function JobView({ job: given, pages, onOther, onClose }: JobViewProps) {
  const t = useTranslations("fields.job");
  const errorText = useErrorText();
  const { job, order } = useFieldJob(given, onOther);
  const isRunning = job.status === "running";
  return (
    <>
      <div role="status" className="pb-3">
        <JobVerdict job={job} />
      </div>
      <JobProgress job={job} />
      <JobFailures job={job} pages={pages} />
      {order.error && (
        <Callout tone="bad" role="alert" title={errorText(order.error).title} className="mt-3">
          {errorText(order.error).detail}
        </Callout>
      )}
      <div className="flex flex-wrap justify-end gap-2 pt-4">
        {isRunning && (
          <Button pending={order.isPending} onClick={() => order.mutate("cancel")}>
            {t("cancel")}
          </Button>
        )}
        <JobOrders job={job} isPending={order.isPending} onOrder={order.mutate} />
        <Button variant="primary" onClick={onClose}>
          {isRunning ? t("hide") : t("close")}
        </Button>
      </div>
    </>
  );
}

type JobOrdersProps = { job: FieldJob; isPending: boolean; onOrder: (order: "retry" | "undo") => void };

/** What can be done with a job that has ended. */
export function JobOrders({ job, isPending, onOrder }: JobOrdersProps) {
  const t = useTranslations("fields.job");
  if (job.status === "running") return null;
  const left = job.total - job.done;
  return (
    <>
      {left > 0 && (
        <Button pending={isPending} onClick={() => onOrder("retry")}>
          {t("retry", { count: left })}
        </Button>
      )}
      {job.done > 0 && job.undoneBy === null && (
        <Button pending={isPending} onClick={() => onOrder("undo")}>
          {t("undo", { count: job.done })}
        </Button>
      )}
    </>
  );
}

function JobVerdict({ job: { status, total, done, failed } }: { job: FieldJob }) {
  const t = useTranslations("fields.job");
  if (status === "running") return <Callout title={t("running", { total })}>{t("runningBody")}</Callout>;
  if (status === "cancelled") return <Callout title={t("cancelled", { done, total })}>{t("cancelledBody")}</Callout>;
  if (failed === 0) return <Callout tone="good" title={t("allDone", { count: done })} />;
  return (
    <Callout tone="warn" title={t("someFailed", { done, total })}>
      {t("someFailedBody")}
    </Callout>
  );
}
