import "server-only";
import type { PageDifference, StartFieldJobInput, StartFieldJobResult } from "@/lib/api/schemas/field-jobs";
import { recordAudit } from "@/lib/auth/audit-queries";
import { maySeePage, type PageAccess } from "@/lib/auth/page-access";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { findUnknownFields } from "@/lib/messenger/field-catalogue";
import { assertKnownFields } from "@/lib/pages/assert-known-fields";
import { listPages, type PageRow } from "@/lib/pages/page-queries";
import { type FieldJobRow, findFieldJob, insertFieldJob } from "./field-job-queries";
import { type FieldChoice, type PlannedPage, planChange } from "./plan-change";
import { toFieldJob } from "./to-field-job";

/**
 * Says what a change would do to each Page and, unless it is a dry run, writes it down for the worker to take up. Pages
 * that are left out, and those on which nothing would change, are no part of the job.
 * @throws {AppError} `invalid_input` naming an unknown field, or when nothing would change on any Page
 */
export async function startFieldJob(
  db: Db,
  input: StartFieldJobInput,
  { userId, pages: access, nowMs }: { userId: string; pages: PageAccess; nowMs: number },
): Promise<StartFieldJobResult> {
  // A Page that may not be seen is as one that is not here.
  const visible = (await listPages(db)).filter(({ id }) => maySeePage(access, id));
  const pages = new Map(visible.map((row) => [row.id, row]));
  const choices = toChoices(input);
  assertFields(input, pages);
  const differences = [...choices].map(([pageId, choice]) => {
    const row = pages.get(pageId);
    return planChange(pageId, row ? toPlannedPage(row) : null, choice);
  });
  if (input.dryRun) return { differences, job: null };
  const planned = differences.filter(({ obstacle, added, removed }) => !obstacle && added.length + removed.length > 0);
  if (planned.length === 0) throw nothingToDo(differences);
  const id = inTransaction(db, () => {
    const jobPages = planned.map(({ pageId, fields }) => {
      const before = pages.get(pageId)?.desiredFields ?? [];
      return { pageId, fields, before, status: "waiting" as const, problem: null };
    });
    const jobId = insertFieldJob(db, { createdMs: nowMs, userId, undoesId: null, pages: jobPages });
    const detail = { pages: planned.length };
    recordAudit(db, { atMs: nowMs, userId, action: "field_job.started", target: String(jobId), detail });
    return jobId;
  });
  return { differences, job: toFieldJob(db, findFieldJob(db, id) as FieldJobRow) };
}

/** By Page; what stands last counts. */
function toChoices({ pageIds, changes, ...choice }: StartFieldJobInput): Map<string, FieldChoice> {
  const all = changes ?? [{ ...choice, pageIds: pageIds ?? [] }];
  return new Map(all.flatMap((one) => one.pageIds.map((pageId) => [pageId, one] as const)));
}

function toPlannedPage({
  id,
  linkedMs,
  tokenEncrypted,
  tokenStatus,
  desiredFields,
  actualFields,
}: PageRow): PlannedPage {
  const hasToken = tokenEncrypted !== null && tokenStatus !== "invalid" && tokenStatus !== "missing";
  return { id, isLinked: linkedMs !== null, hasToken, desiredFields, actualFields };
}

/** What some Page still has may be switched off, known or not. @throws {AppError} `invalid_input` */
function assertFields({ changes, ...choice }: StartFieldJobInput, pages: ReadonlyMap<string, PageRow>): void {
  const inUse = new Set([...pages.values()].flatMap((page) => [...page.desiredFields, ...page.actualFields]));
  for (const [path, { add = [], set = [], remove = [] }] of changes
    ? changes.map((one, index) => [`changes.${index}.`, one] as const)
    : [["", choice] as const]) {
    assertKnownFields(add, `${path}add`);
    assertKnownFields(set, `${path}set`);
    if (findUnknownFields(remove).some((field) => !inUse.has(field))) assertKnownFields(remove, `${path}remove`);
  }
}

function nothingToDo(differences: readonly PageDifference[]): AppError {
  const obstacle = differences.find((difference) => difference.obstacle !== null)?.obstacle;
  const message = obstacle ? `None of these Pages can be changed. ${obstacle}` : "Nothing would change on these Pages.";
  return new AppError("invalid_input", message, { fields: [{ path: "pageIds", message }] });
}
