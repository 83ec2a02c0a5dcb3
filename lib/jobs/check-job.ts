import "server-only";
import type { Db } from "@/lib/db/db";
import type { GraphClient } from "@/lib/graph/graph-client";
import { Changes } from "@/lib/inbox/changes";
import { log } from "@/lib/log";
import { CHECK_EVERY_MS, checkPage, toNextCheckMs } from "@/lib/pages/check-page";
import { findDueForCheck, listGivenUp, setNextCheck, spreadDueChecks } from "@/lib/pages/check-schedule-queries";
import { findPage } from "@/lib/pages/page-queries";
import { TokenBucket } from "@/lib/webhook/token-bucket";
import { UNSUBSCRIBE_AFTER_MS } from "@/lib/webhook-failures/webhook-clock";

const TICK_MS = 1_000;
const AT_ONCE = 2;
/**
 * A check is two or three calls. With more Pages than these allow for in a quarter of an hour, each is looked at less
 * often; the first few after a quiet time need not wait.
 */
const LIMITS = { burst: 4, perSecond: 0.3 };
/** What a refusal sets off: a moment later, when its neighbours have come too, and not twice within a minute. */
const SOON_MS = 1_500;
const SOON_AGAIN_MS = 60_000;
const CLOCKS_EVERY_MS = 60_000;
/** While Meta asks to slow down. */
const BACK_OFF_MS = { first: 60_000, most: CHECK_EVERY_MS };

/**
 * Looks at every linked Page now and then, spread over time and within what Meta allows; and at one that something
 * seems to be wrong with, within seconds.
 */
export class CheckJob {
  readonly #bucket = new TokenBucket(LIMITS);
  /** When a Page is to be looked at out of turn, and when it last was. */
  readonly #soon = new Map<string, number>();
  readonly #lastSoon = new Map<string, number>();
  readonly #underWay = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #restUntilMs = 0;
  #backOffMs = BACK_OFF_MS.first;
  #clocksMs = 0;

  constructor(
    private readonly db: Db,
    private readonly graph: GraphClient,
    private readonly publish: (changes: Changes) => void,
  ) {}

  /** What became due while the desk was not running is spread over one round, not done at once. */
  start(): void {
    this.#guard(() => {
      const nowMs = Date.now();
      spreadDueChecks(this.db, nowMs, () => nowMs + Math.random() * CHECK_EVERY_MS);
    });
    this.#timer = setInterval(() => this.#tick(), TICK_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Something seems to be wrong with the Page: it is looked at within seconds, at most once a minute. Cheap. */
  checkSoon(pageId: string): void {
    const nowMs = Date.now();
    const againMs = (this.#lastSoon.get(pageId) ?? 0) + SOON_AGAIN_MS;
    if (!this.#soon.has(pageId)) this.#soon.set(pageId, Math.max(nowMs + SOON_MS, againMs));
  }

  #tick(): void {
    this.#guard(() => {
      const nowMs = Date.now();
      if (nowMs < this.#restUntilMs) return;
      this.#lookAtClocks(nowMs);
      while (this.#underWay.size < AT_ONCE) {
        const pageId = this.#findNext(nowMs);
        if (pageId === null || !this.#bucket.take(nowMs)) return;
        const isOutOfTurn = this.#take(pageId, nowMs);
        void this.#check(pageId, { nowMs, isScheduled: !isOutOfTurn });
      }
    });
  }

  /** An hour after the first refused notification Meta unsubscribes a Page: then its subscription is looked at. */
  #lookAtClocks(nowMs: number): void {
    if (nowMs - this.#clocksMs < CLOCKS_EVERY_MS) return;
    this.#clocksMs = nowMs;
    for (const pageId of listGivenUp(this.db, { nowMs, afterMs: UNSUBSCRIBE_AFTER_MS })) this.checkSoon(pageId);
  }

  #findNext(nowMs: number): string | null {
    for (const [pageId, atMs] of this.#soon) if (atMs <= nowMs && !this.#underWay.has(pageId)) return pageId;
    return findDueForCheck(this.db, nowMs);
  }

  /** Its next turn is set before anything can go wrong. @returns whether it is looked at out of turn */
  #take(pageId: string, nowMs: number): boolean {
    setNextCheck(this.db, pageId, toNextCheckMs(nowMs));
    this.#underWay.add(pageId);
    const isOutOfTurn = this.#soon.delete(pageId);
    if (isOutOfTurn) this.#lastSoon.set(pageId, nowMs);
    return isOutOfTurn;
  }

  async #check(pageId: string, { nowMs, isScheduled }: { nowMs: number; isScheduled: boolean }): Promise<void> {
    try {
      if (!(await findPage(this.db, pageId))?.linkedMs) return;
      const { isRateLimited } = await checkPage(this.db, this.graph, pageId, nowMs, { isScheduled });
      if (isRateLimited) this.#backOff(nowMs);
      else this.#backOffMs = BACK_OFF_MS.first;
      if (this.#timer === undefined) return;
      const changes = new Changes();
      changes.pages.add(pageId);
      // A token that lives again can be asked for names with.
      changes.hasNewPeople = true;
      this.publish(changes);
    } catch (error) {
      if (this.#timer !== undefined) log.error({ err: error, pageId }, "a Page could not be checked");
    } finally {
      this.#underWay.delete(pageId);
    }
  }

  /** Going on while limited makes it longer (Meta docs: rate limiting). */
  #backOff(nowMs: number): void {
    if (nowMs < this.#restUntilMs) return;
    log.warn({ forMs: this.#backOffMs }, "Facebook asks to slow down: checks of Pages rest");
    this.#restUntilMs = nowMs + this.#backOffMs;
    this.#backOffMs = Math.min(2 * this.#backOffMs, BACK_OFF_MS.most);
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      log.error({ err: error }, "the checks of Pages stumbled; they go on");
    }
  }
}
