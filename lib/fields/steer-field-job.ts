import "server-only";
import { recordAudit } from "@/lib/auth/audit-queries";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import {
  countFieldJobPages,
  endFieldJob,
  type FieldJobPage,
  type FieldJobRow,
  findFieldJob,
  insertFieldJob,
  listFieldJobPages,
  reopenFieldJob,
} from "./field-job-queries";

type Order = { jobId: number; userId: string; nowMs: number };

/** Ends a job where it is; what is done stays done. @throws {AppError} `not_found`, `field_job_state` */
export function cancelFieldJob(db: Db, { jobId, userId, nowMs }: Order): FieldJobRow {
  findJob(db, jobId);
  if (!endFieldJob(db, jobId, "cancelled", nowMs)) {
    throw new AppError("field_job_state", "It has ended: there is nothing left to cancel.");
  }
  recordAudit(db, { atMs: nowMs, userId, action: "field_job.cancelled", target: String(jobId) });
  return findJob(db, jobId);
}

/**
 * Goes on with a job that has ended: once more with the Pages that failed, and with those it had not come to.
 * @throws {AppError} `not_found`, `field_job_state` while it runs or when all is done
 */
export function retryFieldJob(db: Db, { jobId, userId, nowMs }: Order): FieldJobRow {
  const job = findJob(db, jobId);
  const { waiting, failed } = countFieldJobPages(db, jobId);
  if (job.status === "running") throw new AppError("field_job_state", "It still runs. Wait for its end.");
  if (waiting + failed === 0) throw new AppError("field_job_state", "Every Page of it is done.");
  inTransaction(db, () => {
    reopenFieldJob(db, jobId);
    recordAudit(db, { atMs: nowMs, userId, action: "field_job.retried", target: String(jobId) });
  });
  return findJob(db, jobId);
}

/**
 * Takes back what a job has done, as a job of its own. A Page that had no field before is left as it is, and reported.
 * @throws {AppError} `not_found`, `field_job_state` while it runs, when nothing is done, or when it was taken back
 */
export function undoFieldJob(db: Db, { jobId, userId, nowMs }: Order): FieldJobRow {
  const job = findJob(db, jobId);
  if (job.status === "running") throw new AppError("field_job_state", "It still runs. Cancel it first.");
  if (job.undoneById !== null) throw new AppError("field_job_state", "It has been taken back already.");
  const done = listFieldJobPages(db, jobId, "done");
  if (done.length === 0) throw new AppError("field_job_state", "It has changed nothing that could be taken back.");
  const id = inTransaction(db, () => {
    const undoId = insertFieldJob(db, { createdMs: nowMs, userId, undoesId: jobId, pages: done.map(toReverse) });
    recordAudit(db, { atMs: nowMs, userId, action: "field_job.undone", target: String(jobId) });
    return undoId;
  });
  return findJob(db, id);
}

function toReverse({ pageId, fields, before }: FieldJobPage): FieldJobPage {
  return { pageId, fields: before, before: fields, status: "waiting", problem: null };
}

function findJob(db: Db, jobId: number): FieldJobRow {
  const job = findFieldJob(db, jobId);
  if (!job) throw new AppError("not_found", "There is no such change of fields.");
  return job;
}
