import type { ActivityLog } from "../activity-log";
import type { SimulatorSettings } from "../simulator-settings";
import type { SimulatorState } from "../state/simulator-state";
import type { VirtualClock } from "../virtual-clock";
import type { WorkTracker } from "../work-tracker";
import { FailingPages } from "./failing-pages";
import { httpRequest } from "./http-request";
import { inOrder } from "./in-order";

/** One POST on its way: the same bytes and headers for every attempt. */
export interface OutgoingNotification {
  id: string;
  url: string;
  /** Pages with something in it; the first one decides whose turn it waits for. */
  pageIds: string[];
  fields: string[];
  headers: Record<string, string>;
  body: Buffer;
  /** False for deliberately broken bodies: tried once, and no reason to switch a Page off. */
  retries: boolean;
}

/** A notification that failed its immediate retries. */
interface Waiting {
  notification: OutgoingNotification;
  /** How many far retries it has had. */
  round: number;
  /** In the order in which they first failed. */
  place: number;
}

interface Parts {
  settings: SimulatorSettings;
  state: SimulatorState;
  clock: VirtualClock;
  log: ActivityLog;
  work: WorkTracker;
}

/**
 * Delivers notifications one after another per Page. Only 200 in time counts. A failed one is repeated at once a
 * few times, then ever more rarely while later ones overtake it, until its Page is switched off (`FailingPages`).
 * Other Pages go on. What waited may come in another order once the Page works again (`settings.backlog`).
 *
 * @see Meta docs: messenger-platform/webhooks (retries and disabling); the spacing of retries is invented
 */
export class DeliveryQueue {
  #parts: Parts;
  #pages: FailingPages;
  #lanes = new Map<string, Promise<void>>();
  /** By notification; not while an attempt is under way. */
  #waiting = new Map<string, Waiting & { cancel: () => void }>();
  #nextPlace = 1;
  #attempts = new Map<string, number>();
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#pages = new FailingPages(parts, (pageId) => this.#dropWaiting(pageId));
  }

  /** Sends after everything its Page already waits for. Resolves when delivered or put aside for a later retry. */
  enqueue(notification: OutgoingNotification): Promise<void> {
    const end = this.#parts.work.begin();
    const lane = notification.pageIds[0] ?? "";
    const turn = (this.#lanes.get(lane) ?? Promise.resolve()).then(() => this.#tryAtOnce(notification)).finally(end);
    this.#lanes.set(lane, turn);
    return turn;
  }

  /** Forgets that the Page failed, as subscribing it anew does. */
  forgive(pageId: string): void {
    this.#pages.forgive(pageId);
  }

  /** Since when (Unix ms) the Page's notifications fail without a success between; null when they do not. */
  failingSinceMs(pageId: string): number | null {
    return this.#pages.sinceMs(pageId);
  }

  /** How many notifications of the Page wait for a later retry. */
  waitingCount(pageId: string): number {
    return [...this.#waiting.values()].filter(({ notification }) => notification.pageIds.includes(pageId)).length;
  }

  close(): void {
    this.#isClosed = true;
    this.reset();
  }

  /** Drops what waits for a later retry, and forgets every failure. */
  reset(): void {
    for (const { cancel } of this.#waiting.values()) cancel();
    this.#waiting.clear();
    this.#attempts.clear();
    this.#pages.clear();
  }

  async #tryAtOnce(notification: OutgoingNotification): Promise<void> {
    const spacings = notification.retries ? this.#parts.settings.immediateRetriesMs : [];
    for (const spacingMs of [0, ...spacings]) {
      if (spacingMs > 0) await new Promise((resume) => setTimeout(resume, spacingMs));
      if (this.#isClosed || (await this.#attempt(notification))) return;
    }
    if (notification.retries) this.#retryLater({ notification, round: 0, place: this.#nextPlace++ });
    else this.#attempts.delete(notification.id);
  }

  /** Nothing more happens to a notification none of whose Pages fails: they were switched off, or never subscribed. */
  #retryLater(waiting: Waiting): void {
    const { settings, clock, work } = this.#parts;
    const { notification, round } = waiting;
    const spacings = settings.laterRetriesMs;
    const delayMs = spacings[Math.min(round, spacings.length - 1)];
    if (delayMs === undefined || this.#isClosed || !notification.pageIds.some((id) => this.#pages.has(id))) {
      this.#attempts.delete(notification.id);
      return;
    }
    const run = () => {
      this.#waiting.delete(notification.id);
      const end = work.begin();
      this.#attempt(notification)
        .then((delivered) => {
          if (!delivered) this.#retryLater({ ...waiting, round: round + 1 });
        })
        .finally(end);
    };
    this.#waiting.set(notification.id, { ...waiting, cancel: clock.after(delayMs, run, { background: true }) });
  }

  async #attempt(notification: OutgoingNotification): Promise<boolean> {
    const { settings, clock, log } = this.#parts;
    const { id, url, headers, body, pageIds, fields } = notification;
    const attempt = (this.#attempts.get(id) ?? 0) + 1;
    this.#attempts.set(id, attempt);
    const atMs = clock.nowMs();
    const answer = await httpRequest({ method: "POST", url, headers, body, timeoutMs: settings.webhookTimeoutMs });
    const delivered = answer.status === 200;
    log.recordAttempt(
      {
        id: log.nextId(),
        notificationId: id,
        attempt,
        atMs,
        url,
        pageIds,
        fields,
        headers,
        body: body.toString(),
        status: answer.status,
        error: answer.error,
        answer: answer.body,
        latencyMs: answer.latencyMs,
        outcome: delivered ? "ok" : "failed",
      },
      body,
    );
    if (delivered) this.#attempts.delete(id);
    if (notification.retries && !this.#isClosed) {
      for (const pageId of pageIds) delivered ? this.#recover(pageId) : this.#pages.fail(pageId);
    }
    return delivered;
  }

  /** The Page works again: what waited for it comes when its retry is due, or at once and in some order. */
  #recover(pageId: string): void {
    const { settings, clock, log } = this.#parts;
    if (!this.#pages.forgive(pageId)) return;
    const waiting = [...this.#waiting.values()]
      .filter(({ notification }) => notification.pageIds.includes(pageId))
      .sort((a, b) => a.place - b.place);
    const { backlog, backlogLosesEvery } = settings;
    const isLost = (index: number) => backlogLosesEvery !== null && (index + 1) % backlogLosesEvery === 0;
    const lost = waiting.filter((_, index) => isLost(index));
    const kept = waiting.filter((_, index) => !isLost(index));
    for (const { notification, cancel } of backlog === "when-due" ? lost : waiting) {
      cancel();
      this.#waiting.delete(notification.id);
    }
    if (lost.length > 0) {
      const text = `${lost.length} notifications that waited for a retry are lost.`;
      log.remark("warn", "notifications_lost", text, clock.nowMs(), pageId);
    }
    if (backlog === "when-due") return;
    for (const { notification } of inOrder(kept, backlog)) void this.enqueue(notification);
  }

  /** Forgets what waits for this Page and no other; answers how many that were. */
  #dropWaiting(pageId: string): number {
    let dropped = 0;
    for (const [id, { notification, cancel }] of this.#waiting) {
      const { pageIds } = notification;
      if (!pageIds.includes(pageId) || pageIds.some((other) => this.#pages.has(other))) continue;
      cancel();
      this.#waiting.delete(id);
      this.#attempts.delete(id);
      dropped += 1;
    }
    return dropped;
  }
}
