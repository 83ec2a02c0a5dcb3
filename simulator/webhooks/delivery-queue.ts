import type { ActivityLog } from "../activity-log";
import type { SimulatorSettings } from "../simulator-settings";
import type { SimulatorState } from "../state/simulator-state";
import type { VirtualClock } from "../virtual-clock";
import type { WorkTracker } from "../work-tracker";
import { httpRequest } from "./http-request";

const ALERT_AFTER_MS = 15 * 60_000;
const DISABLE_AFTER_MS = 60 * 60_000;

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

interface Failing {
  sinceMs: number;
  cancelAlarms: () => void;
}

/**
 * Delivers notifications one after another per Page. Only 200 in time counts. A failed one is repeated at once a
 * few times, then ever more rarely while later ones overtake it; 15 minutes of failure raise an alert, one hour
 * takes the Page's subscription away and drops what still waited for it. Other Pages go on.
 *
 * @see Meta docs: messenger-platform/webhooks (retries and disabling); the spacing of retries is invented
 */
export class DeliveryQueue {
  #parts: {
    settings: SimulatorSettings;
    state: SimulatorState;
    clock: VirtualClock;
    log: ActivityLog;
    work: WorkTracker;
  };
  #lanes = new Map<string, Promise<void>>();
  #failing = new Map<string, Failing>();
  /** Far retries, to be cancelled when their Page is switched off. */
  #waiting = new Map<string, { notification: OutgoingNotification; cancel: () => void }>();
  #attempts = new Map<string, number>();
  #isClosed = false;

  constructor(parts: {
    settings: SimulatorSettings;
    state: SimulatorState;
    clock: VirtualClock;
    log: ActivityLog;
    work: WorkTracker;
  }) {
    this.#parts = parts;
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
    this.#failing.get(pageId)?.cancelAlarms();
    this.#failing.delete(pageId);
  }

  /** Since when (Unix ms) the Page's notifications fail without a success between; null when they do not. */
  failingSinceMs(pageId: string): number | null {
    return this.#failing.get(pageId)?.sinceMs ?? null;
  }

  close(): void {
    this.#isClosed = true;
    this.reset();
  }

  /** Drops what waits for a later retry, and forgets every failure. */
  reset(): void {
    for (const { cancel } of this.#waiting.values()) cancel();
    this.#waiting.clear();
    for (const pageId of [...this.#failing.keys()]) this.forgive(pageId);
  }

  async #tryAtOnce(notification: OutgoingNotification): Promise<void> {
    const spacings = notification.retries ? this.#parts.settings.immediateRetriesMs : [];
    for (const spacingMs of [0, ...spacings]) {
      if (spacingMs > 0) await new Promise((resume) => setTimeout(resume, spacingMs));
      if (this.#isClosed || (await this.#attempt(notification))) return;
    }
    if (notification.retries) this.#retryLater(notification, 0);
  }

  #retryLater(notification: OutgoingNotification, round: number): void {
    const { settings, clock, work } = this.#parts;
    const spacings = settings.laterRetriesMs;
    const delayMs = spacings[Math.min(round, spacings.length - 1)];
    if (delayMs === undefined || this.#isClosed || !notification.pageIds.some((id) => this.#failing.has(id))) return;
    const run = () => {
      this.#waiting.delete(notification.id);
      const end = work.begin();
      this.#attempt(notification)
        .then((delivered) => {
          if (!delivered) this.#retryLater(notification, round + 1);
        })
        .finally(end);
    };
    this.#waiting.set(notification.id, { notification, cancel: clock.after(delayMs, run, { background: true }) });
  }

  async #attempt(notification: OutgoingNotification): Promise<boolean> {
    const { settings, clock, log } = this.#parts;
    const { url, headers, body, pageIds, fields } = notification;
    const attempt = (this.#attempts.get(notification.id) ?? 0) + 1;
    this.#attempts.set(notification.id, attempt);
    const atMs = clock.nowMs();
    const answer = await httpRequest({ method: "POST", url, headers, body, timeoutMs: settings.webhookTimeoutMs });
    const delivered = answer.status === 200;
    log.recordAttempt({
      id: log.nextId(),
      notificationId: notification.id,
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
    });
    if (delivered) this.#attempts.delete(notification.id);
    if (notification.retries) for (const pageId of pageIds) delivered ? this.forgive(pageId) : this.#fail(pageId);
    return delivered;
  }

  #fail(pageId: string): void {
    const { clock, log, state } = this.#parts;
    if (this.#failing.has(pageId) || this.#isClosed) return;
    const name = state.pages.get(pageId)?.name ?? pageId;
    const alarms = [
      clock.after(
        ALERT_AFTER_MS,
        () =>
          log.remark(
            "alert",
            "webhook_failing",
            `${name}: the webhook has failed for 15 minutes.`,
            clock.nowMs(),
            pageId,
          ),
        { background: true },
      ),
      clock.after(DISABLE_AFTER_MS, () => this.#disable(pageId), { background: true }),
    ];
    this.#failing.set(pageId, {
      sinceMs: clock.nowMs(),
      cancelAlarms: () => {
        for (const cancel of alarms) cancel();
      },
    });
  }

  #disable(pageId: string): void {
    const { state, clock, log } = this.#parts;
    const page = state.pages.get(pageId);
    page?.subscribedApps.delete(state.app.id);
    let lost = 0;
    for (const [id, { notification, cancel }] of this.#waiting) {
      if (!notification.pageIds.includes(pageId)) continue;
      cancel();
      this.#waiting.delete(id);
      lost += 1;
    }
    this.forgive(pageId);
    const text = `Webhooks disabled: ${page?.name ?? pageId} failed for an hour, the app is unsubscribed from it and ${lost} notifications are lost.`;
    log.remark("alert", "webhooks_disabled", text, clock.nowMs(), pageId);
    log.changed("pages");
  }
}
