import { defineRoute } from "@/lib/api/define-route";
import { fieldJobAnswer } from "@/lib/api/schemas/field-jobs";
import { fieldJobParams } from "@/lib/api/schemas/params";
import { pagesOfFieldJob } from "@/lib/auth/page-of-queries";
import { retryFieldJob } from "@/lib/fields/steer-field-job";
import { toFieldJob } from "@/lib/fields/to-field-job";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "field_job.retried",
    path: "/api/field-jobs/{fieldJobId}/retry",
    summary: "Go on with the Pages that failed, and with those a cancelled change had not come to",
    permission: "fields:manage",
    page: pagesOfFieldJob,
    params: fieldJobParams,
    answer: fieldJobAnswer,
  },
  async ({ db, viewer, params }) => {
    const job = retryFieldJob(db, { jobId: params.fieldJobId, userId: viewer.id, nowMs: Date.now() });
    getDesk().fieldJobs.wake();
    return { job: toFieldJob(db, job) };
  },
);
