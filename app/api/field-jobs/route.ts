import { defineRoute } from "@/lib/api/define-route";
import { fieldJobList, startFieldJobInput, startFieldJobResult } from "@/lib/api/schemas/field-jobs";
import { maySeePages } from "@/lib/auth/page-access";
import { NO_PAGE, pagesOfFieldJob } from "@/lib/auth/page-of-queries";
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
    page: "viewer",
    answer: fieldJobList,
  },
  async ({ db, viewer }) => {
    const jobs = (await listFieldJobs(db)).filter(({ id }) =>
      maySeePages(viewer.pages, pagesOfFieldJob(db, { fieldJobId: id }) ?? NO_PAGE),
    );
    return { jobs: jobs.map((row) => toFieldJob(db, row)), nextCursor: null };
  },
);

export const POST = defineRoute(
  {
    method: "POST",
    audit: null,
    path: "/api/field-jobs",
    summary: "Change the fields of many Pages, or tell what would change; obstacles are told for each Page",
    permission: "fields:manage",
    page: "viewer",
    body: startFieldJobInput,
    answer: startFieldJobResult,
  },
  async ({ db, viewer, body }) => {
    const result = await startFieldJob(db, body, { userId: viewer.id, pages: viewer.pages, nowMs: Date.now() });
    if (result.job) getDesk().fieldJobs.wake();
    return result;
  },
);
