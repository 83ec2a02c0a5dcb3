/** One call the desk made to the Graph API or the dialog, with nothing hidden: tests look for leaked tokens here. */
export interface GraphCall {
  id: number;
  atMs: number;
  operation: string;
  method: string;
  path: string;
  /** As received, with the leading `?`; empty without one. */
  query: string;
  headers: Record<string, string>;
  body: string;
  status: number | null;
  answer: string;
  durationMs: number;
  /** Code and subcode of the error answered, e.g. `10/2018278`. */
  error: string | null;
}

/** One attempt to deliver one notification. */
export interface DeliveryAttempt {
  id: number;
  notificationId: string;
  attempt: number;
  atMs: number;
  url: string;
  pageIds: string[];
  fields: string[];
  headers: Record<string, string>;
  body: string;
  status: number | null;
  /** Why there was no status: time-out, refused connection, TLS. */
  error: string | null;
  answer: string;
  latencyMs: number;
  outcome: "ok" | "failed";
}

/** Something that happened here and is not a call: alerts, events that had nowhere to go, what people did. */
export interface Remark {
  id: number;
  atMs: number;
  level: "info" | "warn" | "alert";
  code: string;
  text: string;
  pageId: string | null;
}

export type Activity =
  | { kind: "call"; item: GraphCall }
  | { kind: "attempt"; item: DeliveryAttempt }
  | { kind: "remark"; item: Remark }
  | { kind: "changed"; item: { what: string } };

const KEPT = 5_000;

/** What happened, newest last, bounded; listeners hear of each as it happens. */
export class ActivityLog {
  readonly calls: GraphCall[] = [];
  readonly attempts: DeliveryAttempt[] = [];
  readonly remarks: Remark[] = [];
  /** What an attempt sent, to the byte: its text cannot show bytes that are not UTF-8. */
  #bytes = new WeakMap<DeliveryAttempt, Buffer>();
  #nextId = 1;
  #listeners = new Set<(activity: Activity) => void>();

  nextId(): number {
    return this.#nextId++;
  }

  recordCall(call: GraphCall): void {
    push(this.calls, call);
    this.#tell({ kind: "call", item: call });
  }

  recordAttempt(attempt: DeliveryAttempt, bytes: Buffer): void {
    this.#bytes.set(attempt, bytes);
    push(this.attempts, attempt);
    this.#tell({ kind: "attempt", item: attempt });
  }

  bytesOf(attempt: DeliveryAttempt): Buffer {
    return this.#bytes.get(attempt) ?? Buffer.from(attempt.body);
  }

  remark(level: Remark["level"], code: string, text: string, atMs: number, pageId: string | null = null): void {
    const remark = { id: this.nextId(), atMs, level, code, text, pageId };
    push(this.remarks, remark);
    this.#tell({ kind: "remark", item: remark });
  }

  /** Tells onlookers that people, Pages, threads or switches look different now. */
  changed(what: string): void {
    this.#tell({ kind: "changed", item: { what } });
  }

  listen(listener: (activity: Activity) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    for (const list of [this.calls, this.attempts, this.remarks]) list.length = 0;
  }

  #tell(activity: Activity): void {
    for (const listener of this.#listeners) listener(activity);
  }
}

function push<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > KEPT) list.splice(0, list.length - KEPT);
}
