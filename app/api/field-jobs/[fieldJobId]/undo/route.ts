import { defineRoute } from "@/lib/api/define-route";
import { fieldJobAnswer } from "@/lib/api/schemas/field-jobs";
import { fieldJobParams } from "@/lib/api/schemas/params";
import { pagesOfFieldJob } from "@/lib/auth/page-of-queries";
import { undoFieldJob } from "@/lib/fields/steer-field-job";
import { toFieldJob } from "@/lib/fields/to-field-job";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "field_job.undone",
    path: "/api/field-jobs/{fieldJobId}/undo",
    summary: "Take back what a change of fields has done, as a change of its own",
    permission: "fields:manage",
    page: pagesOfFieldJob,
    params: fieldJobParams,
    answer: fieldJobAnswer,
  },
  async ({ db, viewer, params }) => {
    const job = undoFieldJob(db, { jobId: params.fieldJobId, userId: viewer.id, nowMs: Date.now() });
    getDesk().fieldJobs.wake();
    return { job: toFieldJob(db, job) };
  },
);
