import type { ActivityLog } from "../activity-log";
import type { SimulatorState } from "../state/simulator-state";
import { findSubscriptionGap, GAPS, type SubscriptionGap } from "../state/subscriptions";
import type { VirtualClock } from "../virtual-clock";
import { escapeBody } from "../wire/escape-body";
import { type SignatureKind, signBody } from "../wire/sign-body";
import type { DeliveryQueue } from "./delivery-queue";
import { inOrder, type Order } from "./in-order";
import { toEnvelope } from "./to-envelope";

/** One thing that happened, before it is known whether anybody subscribed to it. */
export interface SimulatedEvent {
  pageId: string;
  /** Page id or Instagram account id: `entry[].id`. */
  accountId: string;
  object: "page" | "instagram";
  field: string;
  channel: "messaging" | "standby" | "changes";
  /** A value, or `RawJson`. */
  item: unknown;
  /** In development mode only events of people with a role on the app are sent. */
  personHasAppRole: boolean;
}

/** What happens to notifications on their way; changeable at any time. */
export interface DeliverySwitches {
  signature: SignatureKind;
  /** Every notification goes out twice, byte for byte. */
  duplicate: boolean;
  /** Notifications go out in reversed order, in groups of three (or after a second). */
  reorder: boolean;
  /** What happens within a second goes out as one notification. */
  batch: boolean;
  /** Also escape `<`, `%` and `@`. */
  extendedEscaping: boolean;
  /** Delivery receipts carry a watermark only. */
  withoutMids: boolean;
  /** Keep everything back until released. */
  hold: boolean;
}

export const PLAIN_DELIVERY: DeliverySwitches = {
  signature: "good",
  duplicate: false,
  reorder: false,
  batch: false,
  extendedEscaping: false,
  withoutMids: false,
  hold: false,
};

/** How to let go of what was held. */
export interface Release {
  order?: Order;
  /** All in one notification (one for each object). */
  merged?: boolean;
}

/** How several events go out at once. */
export interface Together extends Release {
  /** How often every notification goes out, byte for byte; default as the switch `duplicate` says. */
  times?: number;
  /** Default as the switch says. */
  extendedEscaping?: boolean;
}

const GATHER_MS = 1_000;

/** Turns events into signed notifications, if the app and the Page both subscribed to them. */
export class Notifier {
  switches: DeliverySwitches = { ...PLAIN_DELIVERY };
  #parts: { state: SimulatorState; clock: VirtualClock; log: ActivityLog; queue: DeliveryQueue };
  #held: SimulatedEvent[] = [];
  #stopGathering: (() => void) | null = null;
  #nextId = 1;

  constructor(parts: { state: SimulatorState; clock: VirtualClock; log: ActivityLog; queue: DeliveryQueue }) {
    this.#parts = parts;
  }

  get heldCount(): number {
    return this.#held.length;
  }

  /** Drops what is held. */
  forget(): void {
    this.#held = [];
    this.#stopGathering?.();
    this.#stopGathering = null;
  }

  /** Sends the event, or remarks why nobody hears of it. Resolves when it is delivered or put aside. */
  async emit(event: SimulatedEvent): Promise<void> {
    if (this.findGap(event) !== null) return;
    await this.push(event);
  }

  /** Why the event is kept back, which is remarked too; null when app and Page both asked for it. */
  findGap(event: SimulatedEvent): SubscriptionGap | null {
    const { state, clock, log } = this.#parts;
    const gap = findSubscriptionGap(state, event);
    if (gap === null) return null;
    const page = state.pages.get(event.pageId)?.name ?? event.pageId;
    log.remark("info", gap, `${event.field} of ${page} not sent: ${GAPS[gap]}.`, clock.nowMs(), event.pageId);
    return gap;
  }

  /** Sends the event whatever is subscribed, held or gathered as the switches say. */
  async push(event: SimulatedEvent): Promise<void> {
    const { clock } = this.#parts;
    const { hold, reorder, batch } = this.switches;
    if (!hold && !reorder && !batch) return this.#send([event]);
    this.#held.push(event);
    if (hold) return;
    if (reorder && this.#held.length >= 3) this.#flush();
    else this.#stopGathering ??= clock.after(GATHER_MS, () => this.#flush());
  }

  /** Lets go of what was held, in this order, each by itself or all in one notification. */
  async release({ order = "as-is", merged = false }: Release = {}): Promise<void> {
    const events = this.#held;
    this.#held = [];
    await this.sendTogether(events, { order, merged });
  }

  /** Sends these events now, in this order, each by itself or all in one notification, whatever is subscribed or held. */
  async sendTogether(events: readonly SimulatedEvent[], { order = "as-is", merged = false, ...how }: Together) {
    const ordered = inOrder(events, order);
    const groups = merged ? groupByObject(ordered) : ordered.map((event) => [event]);
    await Promise.all(groups.map((group) => this.#send(group, how)));
  }

  /** Sends any bytes as a notification, signed as asked, whatever is subscribed. */
  async inject(given: {
    url: string;
    body: Buffer;
    signature: SignatureKind;
    pageIds?: string[];
    fields?: string[];
    retries?: boolean;
    headers?: Record<string, string>;
  }): Promise<string> {
    const id = this.#newId();
    await this.#parts.queue.enqueue({
      id,
      url: given.url,
      pageIds: given.pageIds ?? [],
      fields: given.fields ?? [],
      body: given.body,
      headers: this.#headers(given.url, given.body, given.signature, given.headers),
      retries: given.retries ?? false,
    });
    return id;
  }

  /** Escapes a value as the switches say, unless told otherwise. */
  toBytes(value: unknown, extended = this.switches.extendedEscaping): Buffer {
    return Buffer.from(escapeBody(value, { extended }));
  }

  #flush(): void {
    this.#stopGathering?.();
    this.#stopGathering = null;
    void this.release({ order: this.switches.reorder ? "reverse" : "as-is", merged: this.switches.batch });
  }

  /** Events of one object as one notification: an entry for each Page and channel, in order of first appearance. */
  async #send(
    events: SimulatedEvent[],
    { times, extendedEscaping }: Omit<Together, keyof Release> = {},
  ): Promise<void> {
    const { state, clock, queue } = this.#parts;
    const object = events[0]?.object ?? "page";
    const subscription = state.subscriptions.get(object) ?? state.subscriptions.get("page");
    if (events.length === 0 || subscription === undefined) return;
    const body = this.toBytes(toEnvelope(object, events, clock.nowMs()), extendedEscaping);
    const url = subscription.callbackUrl;
    const send = () =>
      queue.enqueue({
        id: this.#newId(),
        url,
        pageIds: [...new Set(events.map(({ pageId }) => pageId))],
        fields: [...new Set(events.map(({ field }) => field))],
        headers: this.#headers(url, body, this.switches.signature),
        body,
        retries: true,
      });
    const count = times ?? (this.switches.duplicate ? 2 : 1);
    await Promise.all(Array.from({ length: count }, send));
  }

  #headers(
    url: string,
    body: Buffer,
    signature: SignatureKind,
    extra: Record<string, string> = {},
  ): Record<string, string> {
    return {
      host: new URL(url).host,
      "user-agent": "facebookexternalua",
      accept: "*/*",
      "accept-encoding": "deflate, gzip",
      "content-type": "application/json",
      "content-length": String(body.length),
      ...signBody(body, this.#parts.state.app.secret, signature),
      ...extra,
    };
  }

  #newId(): string {
    return `n${this.#nextId++}`;
  }
}

function groupByObject(events: readonly SimulatedEvent[]): SimulatedEvent[][] {
  const groups = new Map<string, SimulatedEvent[]>();
  for (const event of events) groups.set(event.object, [...(groups.get(event.object) ?? []), event]);
  return [...groups.values()];
}
