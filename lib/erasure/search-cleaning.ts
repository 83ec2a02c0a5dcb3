import "server-only";
import type { Db } from "@/lib/db/db";
import { mergeSearch, SEARCH_TABLES } from "@/lib/db/merge-search";
import { inTransaction } from "@/lib/db/transaction";

/** Takes the words of what was deleted out of all searches, a few milliseconds at a time. */
export class SearchCleaning {
  #tables = [...SEARCH_TABLES];
  #isFirst = true;

  constructor(private readonly db: Db) {}

  /** Goes on for about `ms`. @returns whether something is left to do */
  isMore(ms: number): boolean {
    const untilMs = performance.now() + ms;
    return inTransaction(this.db, () => {
      while (performance.now() < untilMs) {
        const [table] = this.#tables;
        if (table === undefined) return false;
        const isUnderWay = mergeSearch(this.db, table, this.#isFirst);
        this.#isFirst = !isUnderWay;
        if (!isUnderWay) this.#tables.shift();
      }
      return true;
    });
  }
}
