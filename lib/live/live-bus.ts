import "server-only";
import type { StreamEventName } from "@/lib/api/schemas/stream";
import type { Changes } from "@/lib/inbox/changes";
import { StreamPlaces } from "./stream-places";

/** What happened, by id only: the content is read when somebody is there to be told. */
export type LiveEntry = { id: number; name: StreamEventName; subject: string };
export type Subscriber = { onEntries: (entries: LiveEntry[]) => void; onEnd: () => void };

const REMEMBERED = 5_000;

/**
 * Numbers what was committed and tells every open stream. Remembers the last few thousand entries, so that a browser
 * that was away can go on where it was. Numbers begin at the clock's microseconds: they go on increasing over a restart.
 */
export class LiveBus {
  #nextId = Date.now() * 1000;
  readonly #firstId = this.#nextId;
  #remembered: LiveEntry[] = [];
  #unsent: LiveEntry[] = [];
  readonly #subscribers = new Set<Subscriber>();
  readonly places = new StreamPlaces();

  /** Call it after the commit, never before. */
  publish(changes: Changes): void {
    this.#add("message.created", changes.createdMessages);
    const updated = [...changes.updatedMessages].filter((id) => !changes.createdMessages.has(id));
    this.#add("message.updated", updated);
    this.#add("conversation.updated", changes.conversations);
    this.#add("delivery_error.created", changes.deliveryErrors);
    this.#add("page.updated", changes.pages);
    this.#add("notification.received", changes.notifications);
    if (changes.hasRemovals) this.#add("resync", [""]);
  }

  /**
   * The entries after `id`, oldest first; null when that cannot be told without a gap: too long ago, or from before
   * this process started.
   */
  since(id: number): LiveEntry[] | null {
    const oldest = this.#remembered[0]?.id ?? this.#nextId;
    if (id < this.#firstId - 1 || id < oldest - 1 || id >= this.#nextId) return null;
    return this.#remembered.filter((entry) => entry.id > id);
  }

  /** Number of the newest entry: a stream that begins now has seen everything up to here. */
  get lastId(): number {
    return this.#nextId - 1;
  }

  /** @returns ends the subscription; harmless when called again */
  subscribe(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** Ends every stream: the process is about to stop. */
  close(): void {
    for (const subscriber of [...this.#subscribers]) subscriber.onEnd();
    this.#subscribers.clear();
  }

  #add(name: LiveEntry["name"], subjects: Iterable<number | string>): void {
    for (const subject of subjects) {
      const entry = { id: this.#nextId++, name, subject: String(subject) };
      this.#remembered.push(entry);
      if (this.#unsent.push(entry) === 1) setImmediate(() => this.#send());
    }
    if (this.#remembered.length > 2 * REMEMBERED) this.#remembered = this.#remembered.slice(-REMEMBERED);
  }

  #send(): void {
    const entries = this.#unsent;
    this.#unsent = [];
    for (const { onEntries } of this.#subscribers) onEntries(entries);
  }
}
