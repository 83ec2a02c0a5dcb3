/** What goes wrong with a Graph call. Without `code`, `html`, `hang` or `reset` the call is only slow. */
export interface GraphFault {
  /** Name of the call: `messages`, `subscribed_apps`, `accounts`, `access_token`, `debug_token`, `profile`, `batch` … */
  operation?: string;
  method?: string;
  /** A part of the path. */
  path?: string;
  /** How many calls it hits before it is over; default 1, null for "until cleared". */
  times?: number | null;
  /** HTTP status; default 400 (500 for `html`). */
  status?: number;
  code?: number;
  subcode?: number;
  message?: string;
  type?: string;
  isTransient?: boolean;
  /** Answer an HTML page instead of JSON, as Graph does in an outage. */
  html?: boolean;
  /** Never answer (until the caller gives up or the simulator closes). */
  hang?: boolean;
  /** Cut the connection. */
  reset?: boolean;
  /** The answer's usage header says that the Page is over its limit, for so many minutes more. */
  regainMinutes?: number;
  /** Wait this long (real ms) before answering. */
  delayMs?: number;
  /** Do what was asked and only then fail: the caller cannot know that it worked. */
  afterProcessing?: boolean;
}

export interface ActiveFault extends GraphFault {
  id: number;
  left: number | null;
}

/** The faults that wait for their call. */
export class GraphFaults {
  #active: ActiveFault[] = [];
  #nextId = 1;

  list(): ActiveFault[] {
    return [...this.#active];
  }

  /** Adds a fault and returns the function that takes it back. */
  add(fault: GraphFault): () => void {
    const active = { ...fault, id: this.#nextId++, left: fault.times === undefined ? 1 : fault.times };
    this.#active.push(active);
    return () => this.remove(active.id);
  }

  remove(id: number): void {
    this.#active = this.#active.filter((fault) => fault.id !== id);
  }

  clear(): void {
    this.#active = [];
  }

  /** The first fault for this call, counted down. One that names no call hits a batch, not each call in it. */
  take(call: { operation: string; method: string; path: string; isBatched?: boolean }): ActiveFault | null {
    const hit = this.#active.find(
      (fault) =>
        (call.isBatched !== true || fault.operation !== undefined || fault.path !== undefined) &&
        (fault.operation === undefined || fault.operation === call.operation) &&
        (fault.method === undefined || fault.method.toUpperCase() === call.method) &&
        (fault.path === undefined || call.path.includes(fault.path)),
    );
    if (hit === undefined) return null;
    if (hit.left !== null) {
      hit.left -= 1;
      if (hit.left <= 0) this.remove(hit.id);
    }
    return hit;
  }
}
