import "server-only";
import { type Db, isDatabaseUnavailable } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import {
  endFieldJob,
  type FieldJobPage,
  type FieldJobProblem,
  findRunningFieldJob,
  listFieldJobPages,
  settleFieldJobPage,
} from "@/lib/fields/field-job-queries";
import { rebase } from "@/lib/fields/plan-change";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import type { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import { toRefusalKind } from "@/lib/messenger/refusal-kind";
import { setFields } from "@/lib/pages/set-fields";
import { backOffMs } from "./back-off-ms";

/** Two calls each (write, read back): together some 15 a second, far from any limit of Meta's for this edge. */
const AT_ONCE = 3;
const PAUSE_MS = 100;
const RETRY_MS = 1_000;
/** For faults that may pass. A Page that Meta tells to slow down waits however often. */
const TRIES = 4;

type Later = { untilMs: number; tries: number };
type Running = { id: number; userId: string | null };

/**
 * Changes the fields of many Pages, a few at a time and one job after the other. What is left to do is in the database,
 * so it goes on after a restart; a Page that is done twice by that changes nothing the second time. A Page that Meta
 * tells to slow down stays waiting, and the others go on, unless the whole app has to.
 */
export class FieldJobWorker {
  readonly #inFlight = new Set<string>();
  /** Pages of the job in hand that may not be tried before a time. */
  readonly #later = new Map<string, Later>();
  #jobId: number | null = null;
  /** The whole app has to slow down until then. */
  #pause: Later = { untilMs: 0, tries: 0 };
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(
    private readonly db: Db,
    private readonly graph: GraphClient,
    private readonly publish: (changes: Changes) => void,
  ) {}

  /** There may be something to change. Cheap. */
  wake(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    try {
      const job = findRunningFieldJob(this.db);
      if (job) this.#goOn(job, Date.now());
    } catch (error) {
      log.error({ err: error }, "a change of fields was held up; trying again soon");
      this.#wakeIn(RETRY_MS);
    }
  }

  /** Starts nothing more; the next start goes on. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #goOn(job: Running, nowMs: number): void {
    if (this.#jobId !== job.id) this.#later.clear();
    this.#jobId = job.id;
    // Enough to find a free one behind those under way and those put off.
    const waiting = listFieldJobPages(this.db, job.id, "waiting", AT_ONCE + this.#inFlight.size + this.#later.size);
    if (waiting.length === 0) {
      // Woken again for the next job.
      if (endFieldJob(this.db, job.id, "done", nowMs)) this.#wakeIn(0);
      return;
    }
    if (this.#pause.untilMs > nowMs) {
      this.#wakeIn(this.#pause.untilMs - nowMs);
      return;
    }
    const free = waiting.filter(
      ({ pageId }) => !this.#inFlight.has(pageId) && (this.#later.get(pageId)?.untilMs ?? 0) <= nowMs,
    );
    for (const page of free.slice(0, AT_ONCE - this.#inFlight.size)) void this.#change(job, page);
    const nextMs = Math.min(...waiting.map(({ pageId }) => this.#later.get(pageId)?.untilMs ?? Infinity));
    if (this.#inFlight.size === 0 && Number.isFinite(nextMs)) this.#wakeIn(nextMs - nowMs);
  }

  async #change(job: Running, { pageId, before, fields }: FieldJobPage): Promise<void> {
    this.#inFlight.add(pageId);
    try {
      const problem = await this.#attempt(job, { pageId, before, fields });
      if (problem !== "later") settleFieldJobPage(this.db, job.id, pageId, problem);
    } catch (error) {
      // It is done or refused at Meta and still waits here: done again, which changes nothing.
      if (!this.#isStopped) log.error({ err: error, pageId }, "the outcome of a change of fields could not be written");
      this.#putOff(pageId, RETRY_MS);
    } finally {
      setTimeout(() => {
        this.#inFlight.delete(pageId);
        this.wake();
      }, PAUSE_MS).unref();
    }
  }

  /** @returns null when it is done, why it is not, or that it is to be tried again */
  async #attempt(
    { userId }: Running,
    { pageId, before, fields }: Pick<FieldJobPage, "pageId" | "before" | "fields">,
  ): Promise<FieldJobProblem | "later" | null> {
    const { publish } = this;
    const wanted = (current: readonly string[]) => rebase(current, { before, fields });
    try {
      await setFields(this.db, this.graph, pageId, wanted, { userId, publish });
      this.#later.delete(pageId);
      this.#pause.tries = 0;
      return null;
    } catch (error) {
      if (this.#mayPass(pageId, error)) return "later";
      this.#later.delete(pageId);
      return toProblem(error);
    }
  }

  /** Whether waiting may help; puts the Page, or everything, off if so. */
  #mayPass(pageId: string, error: unknown): boolean {
    const kind = error instanceof GraphError ? toRefusalKind(error) : null;
    const usage = error instanceof GraphError ? error.usage : {};
    const tries = this.#later.get(pageId)?.tries ?? 0;
    if (kind === "app_rate") {
      const { tries: pauses } = this.#pause;
      this.#pause = { untilMs: Date.now() + backOffMs(pauses, usage), tries: pauses + 1 };
      return true;
    }
    const isFault = kind === "transient" || error instanceof GraphUnavailableError || isDatabaseUnavailable(error);
    const isWorthIt = kind === "page_rate" || (isFault && tries < TRIES);
    if (isWorthIt) this.#putOff(pageId, backOffMs(tries, usage));
    return isWorthIt;
  }

  #putOff(pageId: string, forMs: number): void {
    const tries = (this.#later.get(pageId)?.tries ?? 0) + 1;
    this.#later.set(pageId, { untilMs: Date.now() + forMs, tries });
  }

  #wakeIn(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#timer = setTimeout(() => this.wake(), ms).unref();
  }
}

function toProblem(error: unknown): FieldJobProblem {
  if (error instanceof AppError) return { code: error.code, title: error.title, detail: error.message };
  if (error instanceof GraphError) {
    const known = new AppError("graph_refused", `Facebook said: ${error.message}`);
    return { code: known.code, title: known.title, detail: known.message };
  }
  if (error instanceof GraphUnavailableError) {
    const known = new AppError("graph_unavailable", error.message);
    return { code: known.code, title: known.title, detail: known.message };
  }
  // A fault of ours, on one Page: it must not hold up the others.
  log.error({ err: error }, "the fields of a Page could not be changed");
  const known = new AppError("internal", "It has been written to the log.");
  return { code: known.code, title: known.title, detail: known.message };
}
