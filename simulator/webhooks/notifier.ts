import type { ActivityLog } from "../activity-log";
import type { Channel, SimulatorState } from "../state/simulator-state";
import { findSubscriptionGap, type SubscriptionGap } from "../state/subscriptions";
import type { VirtualClock } from "../virtual-clock";
import { escapeBody } from "../wire/escape-body";
import { type SignatureKind, signBody } from "../wire/sign-body";
import type { DeliveryQueue } from "./delivery-queue";

/** One thing that happened, before it is known whether anybody subscribed to it. */
export interface SimulatedEvent {
  pageId: string;
  /** Page id or Instagram account id: `entry[].id`. */
  accountId: string;
  object: "page" | "instagram";
  field: string;
  channel: "messaging" | "standby" | "changes";
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
  order?: "as-is" | "reverse" | "shuffle";
  /** All in one notification (one for each object). */
  merged?: boolean;
}

const GATHER_MS = 1_000;

const GAPS: Record<SubscriptionGap, string> = {
  no_app_subscription: "the app has no webhook",
  off_at_app_level: "the field is off at the app level",
  page_not_subscribed: "the Page is not subscribed",
  off_at_page_level: "the field is off on the Page",
  app_in_development: "the app is in development mode and the person has no role on it",
};

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
    const { state, clock, log } = this.#parts;
    const gap = findSubscriptionGap(state, event);
    if (gap !== null) {
      const page = state.pages.get(event.pageId)?.name ?? event.pageId;
      log.remark("info", gap, `${event.field} of ${page} not sent: ${GAPS[gap]}.`, clock.nowMs(), event.pageId);
      return;
    }
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
    if (order === "reverse") events.reverse();
    if (order === "shuffle") events.sort(() => Math.random() - 0.5);
    await Promise.all(merged ? this.#sendMerged(events) : events.map((event) => this.#send([event])));
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

  /** Escapes a value as the switches say. */
  toBytes(value: unknown): Buffer {
    return Buffer.from(escapeBody(value, { extended: this.switches.extendedEscaping }));
  }

  #flush(): void {
    this.#stopGathering?.();
    this.#stopGathering = null;
    void this.release({ order: this.switches.reorder ? "reverse" : "as-is", merged: this.switches.batch });
  }

  #sendMerged(events: SimulatedEvent[]): Promise<void>[] {
    const objects = new Map<string, SimulatedEvent[]>();
    for (const event of events) objects.set(event.object, [...(objects.get(event.object) ?? []), event]);
    return [...objects.values()].map((group) => this.#send(group));
  }

  /** Events of one object as one notification: an entry for each Page and channel, in order of first appearance. */
  async #send(events: SimulatedEvent[]): Promise<void> {
    const { state, clock, queue } = this.#parts;
    const first = events[0];
    const subscription = first === undefined ? undefined : state.subscriptions.get(first.object);
    if (first === undefined || subscription === undefined) return;
    const entries = new Map<
      string,
      { id: string; time: number; channel: SimulatedEvent["channel"]; items: unknown[] }
    >();
    for (const { accountId, channel, item } of events) {
      const key = `${accountId} ${channel}`;
      // Messaging entries carry milliseconds, `changes` entries seconds (Meta docs: webhooks reference, page).
      const time = channel === "changes" ? Math.floor(clock.nowMs() / 1000) : clock.nowMs();
      const entry = entries.get(key) ?? { id: accountId, time, channel, items: [] };
      entry.items.push(item);
      entries.set(key, entry);
    }
    const entry = [...entries.values()].map(({ id, time, channel, items }) => ({ id, time, [channel]: items }));
    const body = this.toBytes({ object: first.object, entry });
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
    await (this.switches.duplicate ? Promise.all([send(), send()]) : send());
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

/** The object and field names of a channel: Instagram has its own, and no event at all for some. */
export function toChannelField(
  channel: Channel,
  field: string,
): { object: "page" | "instagram"; field: string } | null {
  if (channel === "messenger") return { object: "page", field };
  const names: Record<string, string | null> = {
    message_echoes: "messages",
    message_deliveries: null,
    message_reads: "messaging_seen",
    message_edits: "message_edit",
    messaging_referrals: "messaging_referral",
  };
  const name = field in names ? names[field] : field;
  return name == null ? null : { object: "instagram", field: name };
}
