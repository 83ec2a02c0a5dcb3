import { type DeskState, startWorld, type World } from "./e2e-world";

type OwnState = Exclude<DeskState, "shared">;

/**
 * Worlds for stories that want one to themselves. The next of a kind starts while a story plays in the one before: a
 * story waits for most of its time, and starting a desk takes more than a second.
 */
export class SpareWorlds {
  #spares = new Map<OwnState, Promise<World>>();

  /** A world nobody has been in; whoever takes it ends it. @throws when it did not start */
  take(state: OwnState): Promise<World> {
    const world = this.#spares.get(state) ?? startWorld(state);
    const next = startWorld(state);
    // Whoever takes it hears of it; until then it is nobody's failure.
    next.catch(() => {});
    this.#spares.set(state, next);
    return world;
  }

  /** Ends those that nobody took. */
  async end(): Promise<void> {
    const started = await Promise.allSettled(this.#spares.values());
    await Promise.all(started.map((spare) => (spare.status === "fulfilled" ? spare.value.end() : undefined)));
  }
}
