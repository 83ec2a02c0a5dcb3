import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { FieldJob, StartFieldJobResult } from "@/lib/api/schemas/field-jobs";
import type { FieldChanges } from "./staged";

/** How often a job that runs is looked at. */
const LOOK_EVERY_MS = 700;

const pathOf = (jobId: string) => `/api/field-jobs/${encodeURIComponent(jobId)}`;

/** What these changes would do to each Page. Asked each time: the Pages may have changed meanwhile. */
export const fieldPlanQuery = (changes: FieldChanges) =>
  queryOptions({
    queryKey: ["field-plan", changes],
    queryFn: async ({ signal }) =>
      fetchJson<StartFieldJobResult>("/api/field-jobs", { method: "POST", json: { changes, dryRun: true }, signal }),
    gcTime: 0,
  });

export async function startFieldJob(changes: FieldChanges): Promise<FieldJob> {
  const { job } = await fetchJson<StartFieldJobResult>("/api/field-jobs", { method: "POST", json: { changes } });
  return job as FieldJob; // Null on a dry run alone.
}

export type JobOrder = "cancel" | "retry" | "undo";

/** @returns the job it was about; of `undo`, the new one that takes it back */
export async function orderFieldJob(jobId: string, order: JobOrder): Promise<FieldJob> {
  return (await fetchJson<{ job: FieldJob }>(`${pathOf(jobId)}/${order}`, { method: "POST" })).job;
}

/** One job, looked at again and again until it is over. */
export const fieldJobQuery = (jobId: string) =>
  queryOptions({
    queryKey: ["field-jobs", jobId],
    queryFn: async ({ signal }) => (await fetchJson<{ job: FieldJob }>(pathOf(jobId), { signal })).job,
    refetchInterval: ({ state }) => (state.data?.status === "running" ? LOOK_EVERY_MS : false),
  });

/** The newest jobs; looked at again while one of them runs. */
export const fieldJobsQuery = queryOptions({
  queryKey: ["field-jobs"],
  queryFn: async ({ signal }) => (await fetchJson<{ jobs: FieldJob[] }>("/api/field-jobs", { signal })).jobs,
  refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === "running") ? LOOK_EVERY_MS : false),
});
