import { defineRoute } from "@/lib/api/define-route";
import { fieldJobAnswer } from "@/lib/api/schemas/field-jobs";
import { fieldJobParams } from "@/lib/api/schemas/params";
import { pagesOfFieldJob } from "@/lib/auth/page-of-queries";
import { cancelFieldJob } from "@/lib/fields/steer-field-job";
import { toFieldJob } from "@/lib/fields/to-field-job";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "field_job.cancelled",
    path: "/api/field-jobs/{fieldJobId}/cancel",
    summary: "End a change of fields where it is; what is done stays done",
    permission: "fields:manage",
    page: pagesOfFieldJob,
    params: fieldJobParams,
    answer: fieldJobAnswer,
  },
  async ({ db, viewer, params }) => {
    const job = cancelFieldJob(db, { jobId: params.fieldJobId, userId: viewer.id, nowMs: Date.now() });
    getDesk().fieldJobs.wake();
    return { job: toFieldJob(db, job) };
  },
);
