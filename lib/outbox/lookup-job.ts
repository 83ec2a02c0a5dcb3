import "server-only";
import { performance } from "node:perf_hooks";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { listNewestMessages, type ToldMessage } from "@/lib/graph/conversations";
import type { GraphClient } from "@/lib/graph/graph-client";
import { GraphError } from "@/lib/graph/graph-error";
import { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import { noteRefusal, type RefusalSurroundings } from "@/lib/pages/note-refusal";
import { findPageToken } from "@/lib/pages/page-token";
import { type DueLookup, findNextLookupMs, listDueLookups, scheduleLookup } from "./lookup-queries";
import { listUnconfirmed, type OutboxEntry } from "./outbox-queries";
import { RateLimiter } from "./rate-limiter";
import { recordLookup } from "./record-lookup";
import { TurnTimer } from "./turn-timer";

/** (Meta docs: Conversations API, rate limit.) */
const PER_SECOND = 2;
const AT_ONCE = 4;
const DUE_AT_ONCE = 200;
const RETRY_MS = 1_000;

type LookupSettings = RefusalSurroundings & {
  /** First wait of a retry, ms: the looks are after 10, 60 and 300 times that. */
  unitMs: number;
};

/** Asks Meta what became of messages whose answer was lost: a few times each, never more often than Meta allows. */
export class LookupJob {
  readonly #limiters = new Map<string, RateLimiter>();
  readonly #timer = new TurnTimer(() => void this.#run());
  #isRunning = false;
  #isStopped = false;

  constructor(
    private readonly db: Db,
    private readonly graph: GraphClient,
    private readonly settings: LookupSettings,
  ) {}

  /** There may be something to look up. Cheap. */
  wake(): void {
    if (this.#isRunning || this.#isStopped) return;
    try {
      const nextMs = findNextLookupMs(this.db);
      if (nextMs !== null) this.#timer.schedule(Math.max(0, nextMs - Date.now()));
    } catch (error) {
      log.error({ err: error }, "what is to be looked up could not be read; trying again soon");
      this.#timer.schedule(RETRY_MS);
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#timer.stop();
  }

  async #run(): Promise<void> {
    if (this.#isRunning || this.#isStopped) return;
    this.#isRunning = true;
    try {
      const conversations = new Map<number, DueLookup>();
      for (const due of listDueLookups(this.db, { nowMs: Date.now(), limit: DUE_AT_ONCE })) {
        if (!conversations.has(due.conversationId)) conversations.set(due.conversationId, due);
      }
      const free: DueLookup[] = [];
      for (const due of conversations.values()) if (free.length < AT_ONCE && this.#mayLook(due.pageId)) free.push(due);
      await Promise.all(free.map((due) => this.#look(due)));
      // What was held back by its Page's limit comes a little later.
      if (free.length === 0) this.#timer.rest(RETRY_MS / PER_SECOND);
    } catch (error) {
      log.error({ err: error }, "messages could not be looked up; trying again soon");
      this.#timer.rest(RETRY_MS);
    } finally {
      this.#isRunning = false;
      this.wake();
    }
  }

  #mayLook(pageId: string): boolean {
    const limiter = this.#limiters.get(pageId) ?? new RateLimiter(PER_SECOND);
    this.#limiters.set(pageId, limiter);
    const nowMs = performance.now();
    if (limiter.waitMs(nowMs) > 0) return false;
    limiter.take(nowMs);
    return true;
  }

  async #look({ messageId, conversationId, pageId }: DueLookup): Promise<void> {
    const [first] = listUnconfirmed(this.db, conversationId);
    if (!first) {
      scheduleLookup(this.db, messageId, { nextMs: null, lookups: 0 });
      return;
    }
    const told = await this.#ask(pageId, first);
    if (this.#isStopped) return;
    const changes = new Changes();
    const { unitMs, publish } = this.settings;
    inTransaction(this.db, () => recordLookup(this.db, conversationId, told, { nowMs: Date.now(), unitMs }, changes));
    publish(changes);
  }

  /** @returns null when Meta did not tell */
  async #ask(pageId: string, { psid, channel }: OutboxEntry): Promise<ToldMessage[] | null> {
    try {
      const pageToken = await findPageToken(this.db, pageId);
      return pageToken === null ? null : await listNewestMessages(this.graph, { pageId, pageToken, psid, channel });
    } catch (error) {
      if (error instanceof GraphError) await noteRefusal(this.db, pageId, error, this.settings);
      log.info({ err: error, pageId }, "a conversation could not be looked up; trying again later");
      return null;
    }
  }
}
