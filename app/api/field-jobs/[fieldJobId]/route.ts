import { defineRoute } from "@/lib/api/define-route";
import { fieldJobAnswer } from "@/lib/api/schemas/field-jobs";
import { fieldJobParams } from "@/lib/api/schemas/params";
import { pagesOfFieldJob } from "@/lib/auth/page-of-queries";
import { AppError } from "@/lib/errors";
import { findFieldJob } from "@/lib/fields/field-job-queries";
import { toFieldJob } from "@/lib/fields/to-field-job";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/field-jobs/{fieldJobId}",
    summary: "How far a change of fields has come, and what failed",
    permission: "pages:read",
    page: pagesOfFieldJob,
    params: fieldJobParams,
    answer: fieldJobAnswer,
  },
  async ({ db, params }) => {
    const found = findFieldJob(db, params.fieldJobId);
    if (!found) throw new AppError("not_found", "There is no such change of fields.");
    return { job: toFieldJob(db, found) };
  },
);
