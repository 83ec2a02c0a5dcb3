import "server-only";
import type { FieldJob } from "@/lib/api/schemas/field-jobs";
import { type Db, prepared } from "@/lib/db/db";

/** Finished ones are kept to look at and to take back; older ones go. */
const KEPT = 100;
const LISTED = 20;

export type FieldJobRow = {
  id: number;
  createdMs: number;
  userId: string | null;
  startedBy: string | null;
  status: FieldJob["status"];
  undoesId: number | null;
  undoneById: number | null;
  finishedMs: number | null;
};
export type FieldJobProblem = { code: string; title: string; detail: string };
export type FieldJobPage = {
  pageId: string;
  /** The whole set that is wanted, and what was wanted before. */
  fields: string[];
  before: string[];
  status: "waiting" | "done" | "failed";
  problem: FieldJobProblem | null;
};
export type NewFieldJob = { createdMs: number; userId: string; undoesId: number | null; pages: FieldJobPage[] };

/** Call it in a transaction. */
export function insertFieldJob(db: Db, { createdMs, userId, undoesId, pages }: NewFieldJob): number {
  const { lastInsertRowid } = prepared(
    db,
    "INSERT INTO field_jobs (created_ms, user_id, status, undoes_id) VALUES (?, ?, 'running', ?)",
  ).run(createdMs, userId, undoesId);
  const jobId = Number(lastInsertRowid);
  const insert = prepared(
    db,
    "INSERT INTO field_job_pages (job_id, page_id, fields, before, status, problem) VALUES (?, ?, ?, ?, ?, ?)",
  );
  for (const { pageId, fields, before, status, problem } of pages) {
    const told = problem === null ? null : JSON.stringify(problem);
    insert.run(jobId, pageId, JSON.stringify(fields), JSON.stringify(before), status, told);
  }
  deleteOldJobs(db, jobId - KEPT);
  return jobId;
}

function deleteOldJobs(db: Db, untilId: number): void {
  const old = "SELECT id FROM field_jobs WHERE id <= ? AND status <> 'running'";
  prepared(db, `DELETE FROM field_job_pages WHERE job_id IN (${old})`).run(untilId);
  prepared(db, `DELETE FROM field_jobs WHERE id IN (${old})`).run(untilId);
}

const SELECT = `SELECT j.id, j.created_ms AS createdMs, j.user_id AS userId, u.name AS startedBy, j.status,
    j.undoes_id AS undoesId, j.finished_ms AS finishedMs,
    (SELECT max(o.id) FROM field_jobs o WHERE o.undoes_id = j.id) AS undoneById
  FROM field_jobs j LEFT JOIN users u ON u.id = j.user_id`;

export function findFieldJob(db: Db, id: number): FieldJobRow | null {
  return prepared<FieldJobRow>(db, `${SELECT} WHERE j.id = ?`).get(id) ?? null;
}

/** The newest ones first. */
export async function listFieldJobs(db: Db): Promise<FieldJobRow[]> {
  return prepared<FieldJobRow>(db, `${SELECT} ORDER BY j.id DESC LIMIT ?`).all(LISTED);
}

/** The oldest one that is not at its end: one after the other. */
export function findRunningFieldJob(db: Db): Pick<FieldJobRow, "id" | "userId"> | null {
  const sql = "SELECT id, user_id AS userId FROM field_jobs WHERE status = 'running' ORDER BY id LIMIT 1";
  return prepared<Pick<FieldJobRow, "id" | "userId">>(db, sql).get() ?? null;
}

export function countFieldJobPages(db: Db, jobId: number): Record<FieldJobPage["status"], number> {
  const rows = prepared<{ status: FieldJobPage["status"]; n: number }>(
    db,
    "SELECT status, count(*) AS n FROM field_job_pages WHERE job_id = ? GROUP BY status",
  ).all(jobId);
  return { waiting: 0, done: 0, failed: 0, ...Object.fromEntries(rows.map(({ status, n }) => [status, n])) };
}

type RawPage = Record<"pageId" | "fields" | "before", string> & {
  status: FieldJobPage["status"];
  problem: string | null;
};

function toJobPage({ pageId, fields, before, status, problem }: RawPage): FieldJobPage {
  const told = problem === null ? null : JSON.parse(problem);
  return { pageId, fields: JSON.parse(fields), before: JSON.parse(before), status, problem: told };
}

/** The Pages of a job that stand like this; at most `limit`. */
export function listFieldJobPages(
  db: Db,
  jobId: number,
  status: FieldJobPage["status"],
  limit = Number.MAX_SAFE_INTEGER,
): FieldJobPage[] {
  const rows = prepared<RawPage>(
    db,
    `SELECT page_id AS pageId, fields, before, status, problem FROM field_job_pages
     WHERE job_id = ? AND status = ? LIMIT ?`,
  ).all(jobId, status, limit);
  return rows.map(toJobPage);
}

/** @param problem null: it is done */
export function settleFieldJobPage(db: Db, jobId: number, pageId: string, problem: FieldJobProblem | null): void {
  prepared(db, "UPDATE field_job_pages SET status = ?, problem = ? WHERE job_id = ? AND page_id = ?").run(
    problem === null ? "done" : "failed",
    problem === null ? null : JSON.stringify(problem),
    jobId,
    pageId,
  );
}

/** Ends a job that runs. @returns false when it had ended before */
export function endFieldJob(db: Db, id: number, status: "done" | "cancelled", atMs: number): boolean {
  const end = prepared(db, "UPDATE field_jobs SET status = ?, finished_ms = ? WHERE id = ? AND status = 'running'");
  return end.run(status, atMs, id).changes > 0;
}

/** Sends a job that has ended on its way again, with those that failed. Call it in a transaction. */
export function reopenFieldJob(db: Db, id: number): void {
  prepared(
    db,
    "UPDATE field_job_pages SET status = 'waiting', problem = NULL WHERE job_id = ? AND status = 'failed'",
  ).run(id);
  prepared(db, "UPDATE field_jobs SET status = 'running', finished_ms = NULL WHERE id = ?").run(id);
}
