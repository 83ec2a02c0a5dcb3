import { z } from "zod";
import { id, unixMs } from "./common";

const fieldNames = z.array(z.string()).max(150);

const choice = {
  pageIds: z.array(id).min(1).max(1000),
  add: fieldNames.optional(),
  remove: fieldNames.optional(),
  set: fieldNames.min(1).optional(),
};

/**
 * Changes the fields of many Pages: `add` and `remove` change what is wanted now, `set` replaces it. A change that would
 * leave a Page with no field is refused for that Page: taking the desk off a Page is a step of its own.
 */
export const startFieldJobInput = z
  .object({
    ...choice,
    pageIds: choice.pageIds.optional(),
    /** Instead of `pageIds`: Pages that differ in what is to change, as one job. A Page counts where it stands last. */
    changes: z.array(z.object(choice)).min(1).max(1000).optional(),
    /** Tells what would change and does nothing. */
    dryRun: z.boolean().default(false),
  })
  .refine(({ pageIds, changes }) => (pageIds === undefined) !== (changes === undefined), {
    message: "Give either pageIds or changes.",
    path: ["pageIds"],
  });
export type StartFieldJobInput = z.output<typeof startFieldJobInput>;

const pageDifference = z.object({
  pageId: id,
  /** The whole set that would be wanted. */
  fields: z.array(z.string()),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  /** Why this Page is left out; null when it is not. */
  obstacle: z.string().nullable(),
});
export type PageDifference = z.infer<typeof pageDifference>;

export const fieldJob = z.object({
  id,
  createdAt: unixMs,
  startedBy: z.string().nullable(),
  status: z.enum(["running", "done", "cancelled"]),
  total: z.int(),
  done: z.int(),
  failed: z.int(),
  /** The job that this one takes back, and the one that took this one back. */
  undoes: id.nullable(),
  undoneBy: id.nullable(),
  finishedAt: unixMs.nullable(),
  /** Those that failed, and why; they can be tried again. */
  failures: z.array(
    z.object({ pageId: id, problem: z.object({ code: z.string(), title: z.string(), detail: z.string() }) }),
  ),
});
export type FieldJob = z.infer<typeof fieldJob>;

/** Of a dry run `job` is null. */
export const startFieldJobResult = z.object({ differences: z.array(pageDifference), job: fieldJob.nullable() });
export type StartFieldJobResult = z.infer<typeof startFieldJobResult>;
export const fieldJobAnswer = z.object({ job: fieldJob });
export const fieldJobList = z.object({ jobs: z.array(fieldJob), nextCursor: z.null() });
