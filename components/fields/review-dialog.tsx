"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { useErrorText } from "@/components/use-error-text";
import type { FieldJob } from "@/lib/api/schemas/field-jobs";
import type { Page } from "@/lib/api/schemas/pages";
import { DifferenceList } from "./difference-list";
import { fieldJobQuery, fieldJobsQuery, fieldPlanQuery, startFieldJob } from "./field-jobs-query";
import { JobView } from "./job-view";
import { SideEffectConsent } from "./side-effect-consent";
import { isChange, listSideEffects } from "./side-effects";
import { type FieldChanges, type Staged, toChanges } from "./staged";

type ReviewDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  staged: Staged;
  pages: readonly Page[];
  /** It is a job now: nothing of it is staged any more. */
  onStarted: () => void;
};

/** What would change on each Page; then how the change goes on, which it does when this is closed as well. One for each review. */
export function ReviewDialog({ open, onOpenChange, staged, pages, onStarted }: ReviewDialogProps) {
  const t = useTranslations("fields.review");
  const [job, setJob] = useState<FieldJob | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={job ? t("runTitle") : t("title")}
      description={job ? t("runBody") : t("body")}
    >
      {job ? (
        <JobView key={job.id} job={job} pages={pages} onOther={setJob} onClose={() => onOpenChange(false)} />
      ) : (
        <Plan
          changes={toChanges(staged)}
          pages={pages}
          onStarted={(started) => {
            setJob(started);
            onStarted();
          }}
        />
      )}
    </Dialog>
  );
}

type PlanProps = { changes: FieldChanges; pages: readonly Page[]; onStarted: (job: FieldJob) => void };

function Plan({ changes, pages, onStarted }: PlanProps) {
  const t = useTranslations("fields.review");
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [hasAgreed, setAgreed] = useState(false);
  const { data, error, refetch } = useQuery(fieldPlanQuery(changes));
  const start = useMutation({
    mutationFn: () => startFieldJob(changes),
    onSuccess: (job) => {
      queryClient.setQueryData(fieldJobQuery(job.id).queryKey, job);
      void queryClient.invalidateQueries({ queryKey: fieldJobsQuery.queryKey, exact: true });
      onStarted(job);
    },
  });
  if (error) return <LoadError error={error} onRetry={refetch} />;
  if (!data) return <Skeleton rows={4} rowClassName="h-12" />;
  const { differences } = data;
  const sideEffects = listSideEffects(differences);
  const count = differences.filter(isChange).length;
  return (
    <>
      <DifferenceList differences={differences} pages={pages} />
      <SideEffectConsent sideEffects={sideEffects} hasAgreed={hasAgreed} onAgree={setAgreed} />
      {start.error && (
        <Callout tone="bad" role="alert" title={errorText(start.error).title} className="mt-3">
          {errorText(start.error).detail}
        </Callout>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2 pt-4">
        {count === 0 && <p className="mr-auto text-soft">{t("nothing")}</p>}
        <Button
          variant="primary"
          disabled={count === 0 || (sideEffects.length > 0 && !hasAgreed)}
          pending={start.isPending}
          onClick={() => start.mutate()}
        >
          {t("apply", { count })}
        </Button>
      </div>
    </>
  );
}
