import { defineRoute } from "@/lib/api/define-route";
import { fieldJobList, startFieldJobInput, startFieldJobResult } from "@/lib/api/schemas/field-jobs";
import { listFieldJobs } from "@/lib/fields/field-job-queries";
import { startFieldJob } from "@/lib/fields/start-field-job";
import { toFieldJob } from "@/lib/fields/to-field-job";
import { getDesk } from "@/lib/runtime/desk";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/field-jobs",
    summary: "The newest changes of the fields of many Pages",
    permission: "pages:read",
    answer: fieldJobList,
  },
  async ({ db }) => ({ jobs: (await listFieldJobs(db)).map((row) => toFieldJob(db, row)), nextCursor: null }),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/field-jobs",
    summary: "Change the fields of many Pages, or tell what would change; obstacles are told for each Page",
    permission: "fields:manage",
    body: startFieldJobInput,
    answer: startFieldJobResult,
  },
  async ({ db, viewer, body }) => {
    const result = await startFieldJob(db, body, { userId: viewer.id, nowMs: Date.now() });
    if (result.job) getDesk().fieldJobs.wake();
    return result;
  },
);
