"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { pagesQuery } from "@/components/pages/pages-query";
import type { FieldJob } from "@/lib/api/schemas/field-jobs";
import { fieldJobQuery, fieldJobsQuery, type JobOrder, orderFieldJob } from "./field-jobs-query";

/** A job as it goes on, and what can be done with it. @param onOther called with the job that takes this one back */
export function useFieldJob(given: FieldJob, onOther: (job: FieldJob) => void) {
  const queryClient = useQueryClient();
  const { data: job = given } = useQuery({ ...fieldJobQuery(given.id), initialData: given });
  const order = useMutation({
    mutationFn: (wanted: JobOrder) => orderFieldJob(given.id, wanted),
    onSuccess: (answer) => {
      queryClient.setQueryData(fieldJobQuery(answer.id).queryKey, answer);
      void queryClient.invalidateQueries({ queryKey: fieldJobsQuery.queryKey });
      if (answer.id !== given.id) onOther(answer);
    },
  });
  const isOver = job.status !== "running";
  useEffect(() => {
    if (!isOver) return;
    void queryClient.invalidateQueries({ queryKey: pagesQuery.queryKey });
    void queryClient.invalidateQueries({ queryKey: fieldJobsQuery.queryKey, exact: true });
  }, [isOver, queryClient]);
  return { job, order };
}
