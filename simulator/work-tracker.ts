/** Counts work under way, so that callers can wait for quiet instead of sleeping. */
export class WorkTracker {
  #running = 0;
  #waiting: Array<() => void> = [];

  /** Marks the start of one piece of work and returns the function that ends it; ending twice is harmless. */
  begin(): () => void {
    this.#running += 1;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#running -= 1;
      if (this.#running > 0) return;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resume of waiting) resume();
    };
  }

  get isIdle(): boolean {
    return this.#running === 0;
  }

  /** Resolves when nothing is under way; at once if that is now. */
  async idle(): Promise<void> {
    while (!this.isIdle) await new Promise<void>((resume) => this.#waiting.push(resume));
  }
}
