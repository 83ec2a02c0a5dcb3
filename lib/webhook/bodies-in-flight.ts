type Entry = { bytes: number; end: () => void };

/** What a chunk costs besides its bytes: whoever sends one byte at a time pays for it too. */
const PER_CHUNK_BYTES = 200;

/**
 * The bodies that are on their way in, which are held in memory until their signature can be checked. When there are too
 * many, or they are too large together, the oldest loses its connection: Meta's are in within milliseconds, so it is not
 * one of them. Those without a signature go first.
 */
export class BodiesInFlight {
  readonly #signed = new Set<Entry>();
  readonly #bare = new Set<Entry>();
  #bytes = 0;

  constructor(private readonly limits: { bodies: number; bytes: number }) {}

  get count(): number {
    return this.#signed.size + this.#bare.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /**
   * One more begins.
   * @param isBare it has no signature that could be right
   * @param end closes its connection; it is counted no more by then
   */
  begin(isBare: boolean, end: () => void): { grow: (bytes: number) => void; finish: () => void } {
    const entry: Entry = { bytes: 0, end };
    const kin = isBare ? this.#bare : this.#signed;
    kin.add(entry);
    this.#makeRoom();
    return {
      grow: (bytes) => {
        if (!kin.has(entry)) return;
        entry.bytes += bytes + PER_CHUNK_BYTES;
        this.#bytes += bytes + PER_CHUNK_BYTES;
        this.#makeRoom();
      },
      finish: () => this.#forget(entry),
    };
  }

  #makeRoom(): void {
    while (this.count > this.limits.bodies || this.#bytes > this.limits.bytes) {
      const [oldest] = this.#bare.size > 0 ? this.#bare : this.#signed;
      if (!oldest) return;
      this.#forget(oldest);
      oldest.end();
    }
  }

  #forget(entry: Entry): void {
    if (this.#signed.delete(entry) || this.#bare.delete(entry)) this.#bytes -= entry.bytes;
  }
}
