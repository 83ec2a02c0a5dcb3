import type { ActivityLog } from "../activity-log";
import type { Page, SimulatorState } from "../state/simulator-state";
import type { VirtualClock } from "../virtual-clock";

const ALERT_AFTER_MS = 15 * 60_000;
const DISABLE_AFTER_MS = 60 * 60_000;

/**
 * The clock of each Page whose notifications fail without a success between: 15 minutes raise an alert, one hour takes
 * the app's subscription of that Page away, and that is an alert too.
 *
 * @see Meta docs: messenger-platform/webhooks (retries and disabling)
 */
export class FailingPages {
  #parts: { state: SimulatorState; clock: VirtualClock; log: ActivityLog };
  /** Told after the Page was switched off; answers how many notifications are lost with it. */
  #onDisabled: (pageId: string) => number;
  #failing = new Map<string, { sinceMs: number; cancelAlarms: () => void }>();

  constructor(
    parts: { state: SimulatorState; clock: VirtualClock; log: ActivityLog },
    onDisabled: (pageId: string) => number,
  ) {
    this.#parts = parts;
    this.#onDisabled = onDisabled;
  }

  has(pageId: string): boolean {
    return this.#failing.has(pageId);
  }

  /** Unix ms of the first failure; null for a Page that does not fail. */
  sinceMs(pageId: string): number | null {
    return this.#failing.get(pageId)?.sinceMs ?? null;
  }

  /** Starts the Page's clock, unless it runs. A Page that sends nothing to the app has none. */
  fail(pageId: string): void {
    const { clock, log } = this.#parts;
    if (this.#failing.has(pageId) || this.#findSubscribed(pageId) === null) return;
    const alarms = [
      clock.after(ALERT_AFTER_MS, () => this.#alert(pageId), { background: true }),
      clock.after(DISABLE_AFTER_MS, () => this.#disable(pageId), { background: true }),
    ];
    const cancelAlarms = () => {
      for (const cancel of alarms) cancel();
    };
    this.#failing.set(pageId, { sinceMs: clock.nowMs(), cancelAlarms });
    log.changed("pages");
  }

  /** Stops the Page's clock; answers whether it ran. */
  forgive(pageId: string): boolean {
    const wasFailing = this.#failing.has(pageId);
    this.#failing.get(pageId)?.cancelAlarms();
    this.#failing.delete(pageId);
    if (wasFailing) this.#parts.log.changed("pages");
    return wasFailing;
  }

  clear(): void {
    for (const pageId of [...this.#failing.keys()]) this.forgive(pageId);
  }

  #alert(pageId: string): void {
    const { clock, log } = this.#parts;
    const page = this.#findSubscribed(pageId);
    if (page === null) return;
    log.remark(
      "alert",
      "webhook_failing",
      `${page.name}: the webhook has failed for 15 minutes.`,
      clock.nowMs(),
      pageId,
    );
  }

  #disable(pageId: string): void {
    const { state, clock, log } = this.#parts;
    const page = this.#findSubscribed(pageId);
    page?.subscribedApps.delete(state.app.id);
    this.forgive(pageId);
    const lost = this.#onDisabled(pageId);
    // The app may have left the Page by itself meanwhile: then there is nothing to switch off.
    if (page === null) return;
    const text = `Webhooks disabled: ${page.name} failed for an hour, the app is unsubscribed from it and ${lost} notifications are lost.`;
    log.remark("alert", "webhooks_disabled", text, clock.nowMs(), pageId);
    log.changed("pages");
  }

  #findSubscribed(pageId: string): Page | null {
    const { state } = this.#parts;
    const page = state.pages.get(pageId);
    return page?.subscribedApps.has(state.app.id) ? page : null;
  }
}
