/** A message that waits to be sent. */
export type Waiting = {
  messageId: number;
  conversationId: number;
  pageId: string;
  isMedia: boolean;
  /** Not to be tried before this, Unix ms: it is being retried. */
  notBeforeMs: number | null;
};

/** What waits in one conversation, oldest first, with the one that is under way. Only the first may go, and none beside that. */
type Lane = { pageId: string; waiting: Waiting[]; sendingId: number | null };

/**
 * Conversations of a Page whose first message may go; audio and video apart, since they have another limit. The two take
 * turns.
 */
type Ready = { text: Set<number>; media: Set<number>; isMediaNext: boolean };

/** What limits how much may go. `waitMs`: how long until the next of the Page may; 0: now, and it counts as gone. */
export type Pace = { waitMs: (pageId: string, isMedia: boolean, inFlight: number) => number };

/**
 * The queue in memory: which message may go next, at a cost that does not grow with what waits. The table is the truth;
 * this is what was read of it. Pages take turns; within a Page conversations do, in the order they became ready.
 */
export class SendQueue {
  readonly #lanes = new Map<number, Lane>();
  readonly #conversationOf = new Map<number, number>();
  readonly #ready = new Map<string, Ready>();
  /** Conversations whose first message is being retried, and until when. */
  readonly #asleep = new Map<number, number>();
  #nextWakeMs = Number.POSITIVE_INFINITY;
  readonly #inFlight = new Map<string, number>();
  #inFlightCount = 0;

  get inFlight(): number {
    return this.#inFlightCount;
  }

  /** Adds a message, or renews what is known of it. */
  add(message: Waiting, nowMs: number): void {
    const { messageId, conversationId, pageId } = message;
    const lane = this.#lanes.get(conversationId) ?? { pageId, waiting: [], sendingId: null };
    this.#lanes.set(conversationId, lane);
    this.#conversationOf.set(messageId, conversationId);
    const at = lane.waiting.findIndex((other) => other.messageId >= messageId);
    if (at === -1) lane.waiting.push(message);
    else lane.waiting.splice(at, lane.waiting[at]?.messageId === messageId ? 1 : 0, message);
    this.#place(conversationId, lane, nowMs);
  }

  /** It is not to be sent any more. Harmless when it is not here; one that is under way stays so. */
  remove(messageId: number, nowMs: number): void {
    const conversationId = this.#conversationOf.get(messageId);
    const lane = conversationId === undefined ? undefined : this.#lanes.get(conversationId);
    if (conversationId === undefined || !lane) return;
    if (lane.sendingId === messageId) return;
    this.#drop(lane, messageId);
    this.#place(conversationId, lane, nowMs);
  }

  /**
   * Takes up to `limit` messages that may go now, one of a conversation; each is under way until `end` is called for it.
   * @returns them, and how long until there may be another; infinity: not before something changes
   */
  pick(limit: number, pace: Pace, nowMs: number): { picked: Waiting[]; waitMs: number } {
    this.#wakeSleepers(nowMs);
    const picked: Waiting[] = [];
    let waitMs = this.#nextWakeMs - nowMs;
    let pageIds = [...this.#ready.keys()];
    while (pageIds.length > 0 && picked.length < limit) {
      const more: string[] = [];
      for (const pageId of pageIds) {
        if (picked.length >= limit) break;
        const taken = this.#pickOf(pageId, pace);
        if (typeof taken === "number") waitMs = Math.min(waitMs, taken);
        else {
          picked.push(taken);
          more.push(pageId);
        }
      }
      pageIds = more;
    }
    return { picked, waitMs };
  }

  /** The request for it is over: it is done with, or it waits until `retryAtMs`. */
  end(
    { messageId, conversationId }: Pick<Waiting, "messageId" | "conversationId">,
    nowMs: number,
    retryAtMs: number | null = null,
  ): void {
    const lane = this.#lanes.get(conversationId);
    if (lane?.sendingId !== messageId) return;
    lane.sendingId = null;
    this.#count(lane.pageId, -1);
    const message = lane.waiting.find((waiting) => waiting.messageId === messageId);
    if (retryAtMs === null || message === undefined) this.#drop(lane, messageId);
    else message.notBeforeMs = retryAtMs;
    this.#place(conversationId, lane, nowMs);
  }

  #pickOf(pageId: string, pace: Pace): Waiting | number {
    const ready = this.#ready.get(pageId);
    if (!ready) return Number.POSITIVE_INFINITY;
    let waitMs = Number.POSITIVE_INFINITY;
    for (const isMedia of [ready.isMediaNext, !ready.isMediaNext]) {
      const [conversationId] = isMedia ? ready.media : ready.text;
      if (conversationId === undefined) continue;
      const pageWaitMs = pace.waitMs(pageId, isMedia, this.#inFlight.get(pageId) ?? 0);
      if (pageWaitMs > 0) {
        waitMs = Math.min(waitMs, pageWaitMs);
        continue;
      }
      const lane = this.#lanes.get(conversationId) as Lane;
      const message = lane.waiting[0] as Waiting;
      lane.sendingId = message.messageId;
      this.#count(pageId, 1);
      ready.isMediaNext = !isMedia;
      this.#unready(conversationId, pageId);
      // To the end: the other Pages first.
      const left = this.#ready.get(pageId);
      if (left) {
        this.#ready.delete(pageId);
        this.#ready.set(pageId, left);
      }
      return message;
    }
    return waitMs;
  }

  #place(conversationId: number, lane: Lane, nowMs: number): void {
    this.#unready(conversationId, lane.pageId);
    this.#asleep.delete(conversationId);
    const [first] = lane.waiting;
    if (first === undefined && lane.sendingId === null) this.#lanes.delete(conversationId);
    if (first === undefined || lane.sendingId !== null) return;
    if (first.notBeforeMs !== null && first.notBeforeMs > nowMs) {
      this.#asleep.set(conversationId, first.notBeforeMs);
      this.#nextWakeMs = Math.min(this.#nextWakeMs, first.notBeforeMs);
      return;
    }
    const ready = this.#ready.get(lane.pageId) ?? { text: new Set(), media: new Set(), isMediaNext: false };
    this.#ready.set(lane.pageId, ready);
    (first.isMedia ? ready.media : ready.text).add(conversationId);
  }

  #unready(conversationId: number, pageId: string): void {
    const ready = this.#ready.get(pageId);
    if (!ready) return;
    ready.text.delete(conversationId);
    ready.media.delete(conversationId);
    if (ready.text.size + ready.media.size === 0) this.#ready.delete(pageId);
  }

  #wakeSleepers(nowMs: number): void {
    if (nowMs < this.#nextWakeMs) return;
    this.#nextWakeMs = Number.POSITIVE_INFINITY;
    for (const [conversationId] of [...this.#asleep]) {
      this.#place(conversationId, this.#lanes.get(conversationId) as Lane, nowMs);
    }
  }

  #drop(lane: Lane, messageId: number): void {
    this.#conversationOf.delete(messageId);
    lane.waiting = lane.waiting.filter((message) => message.messageId !== messageId);
  }

  #count(pageId: string, change: 1 | -1): void {
    this.#inFlightCount += change;
    const count = (this.#inFlight.get(pageId) ?? 0) + change;
    if (count === 0) this.#inFlight.delete(pageId);
    else this.#inFlight.set(pageId, count);
  }
}
