import { type Db, prepared } from "@/lib/db/db";
import { toKind } from "@/lib/messenger/event-key";
import type { StoryEvent } from "./generate-story";

/** What was tried over all cases, so that a property cannot hold because nothing happens any more. */
export class Tried {
  readonly #counts = new Map<string, number>();

  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** Counts every kind of event that was interpreted, what became of it, and how often one came again. */
  countEvents(db: Db): void {
    const rows = prepared<{ key: string; outcome: string }>(db, "SELECT key, outcome FROM events").all();
    for (const { key, outcome } of rows) {
      this.#count(toKind(key));
      this.#count(outcome);
    }
  }

  /** Counts what came before the message it is about, by what it is: `edit first`. */
  countFirst(arriving: readonly StoryEvent[]): void {
    const here = new Set<string>();
    const coming = new Set(arriving.map(({ brings }) => brings));
    for (const { action, brings, about } of arriving) {
      if (about.some((mid) => coming.has(mid) && !here.has(mid))) this.#count(`${action} first`);
      if (brings !== null) here.add(brings);
    }
  }

  #count(what: string): void {
    this.#counts.set(what, this.of(what) + 1);
  }
}
