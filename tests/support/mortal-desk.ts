import type { Desk } from "./start-desk";

/** A desk that is killed while it is in use, and people who ask again when it gave no answer because of that. */
export class MortalDesk {
  #kills = 0;
  #unanswered = 0;
  #isUp = Promise.resolve();

  constructor(private readonly desk: Pick<Desk, "restart">) {}

  /** How often it was killed. */
  get kills(): number {
    return this.#kills;
  }

  /** How often somebody was left without an answer, and asked again. */
  get unanswered(): number {
    return this.#unanswered;
  }

  /** Kills it as a power cut does, and starts it again on the same database. */
  kill(): void {
    this.#kills += 1;
    this.#isUp = this.desk.restart("SIGKILL");
  }

  /**
   * Asks until there is an answer.
   * @throws what went wrong although the desk was not killed meanwhile
   */
  async ask<T>(call: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.#isUp;
      const killsBefore = this.#kills;
      try {
        return await call();
      } catch (error) {
        if (this.#kills === killsBefore) throw error;
        this.#unanswered += 1;
      }
    }
  }
}
