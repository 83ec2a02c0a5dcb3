import "server-only";
import type { FieldJob } from "@/lib/api/schemas/field-jobs";
import type { Db } from "@/lib/db/db";
import { countFieldJobPages, type FieldJobRow, listFieldJobPages } from "./field-job-queries";

/** A job as the API tells it: how far it has come, and what failed. */
export function toFieldJob(db: Db, row: FieldJobRow): FieldJob {
  const counts = countFieldJobPages(db, row.id);
  const failures = listFieldJobPages(db, row.id, "failed").flatMap(({ pageId, problem }) =>
    problem === null ? [] : [{ pageId, problem }],
  );
  return {
    id: String(row.id),
    createdAt: row.createdMs,
    startedBy: row.startedBy,
    status: row.status,
    total: counts.waiting + counts.done + counts.failed,
    done: counts.done,
    failed: counts.failed,
    undoes: row.undoesId === null ? null : String(row.undoesId),
    undoneBy: row.undoneById === null ? null : String(row.undoneById),
    finishedAt: row.finishedMs,
    failures,
  };
}
