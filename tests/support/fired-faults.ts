import { CHANCE_KINDS, type ChanceKind } from "../../simulator/faults/random-faults";
import type { Simulator } from "../../simulator/simulator";

/** What became of one request for a message, as Meta saw it. */
export type SendCall = {
  /** The `metadata` the desk gave the message. */
  key: string;
  /** One of the chances, or a code of Meta's that is none of them; null: it was answered with the message's id. */
  fault: string | null;
};

/** What the simulator writes of calls after which nobody can know whether the message went out. */
const SILENT: Readonly<Record<string, ChanceKind>> = { "no answer": "hang", "connection reset": "reset", html: "html" };
const REFUSALS: Readonly<Record<string, ChanceKind>> = { "2": "transient", "613": "rate-613", "80006": "rate-80006" };

/** Every request for a message, oldest first. */
export function listSendCalls(sim: Pick<Simulator, "graphCalls" | "accepted">): SendCall[] {
  const taken = new Set(sim.accepted().map(({ metadata }) => metadata));
  return sim.graphCalls("messages").map(({ body, error }) => {
    const { message } = JSON.parse(body) as { message: { metadata: string } };
    const key = message.metadata;
    const silent = SILENT[error ?? ""];
    if (silent !== undefined) return { key, fault: taken.has(key) ? `${silent}-after` : silent };
    return { key, fault: REFUSALS[error ?? ""] ?? error };
  });
}

/** How often each of the chances came true. */
export function countFired(calls: readonly SendCall[]): Record<ChanceKind, number> {
  const counts = CHANCE_KINDS.map((kind) => [kind, calls.filter(({ fault }) => fault === kind).length]);
  return Object.fromEntries(counts) as Record<ChanceKind, number>;
}

/** Messages that were asked for again although nobody knew what had become of the request before: none may be. */
export function listBlindRepeats(calls: readonly SendCall[]): string[] {
  const isOpen = new Map<string, boolean>();
  const repeats: string[] = [];
  for (const { key, fault } of calls) {
    if (isOpen.get(key) === true) repeats.push(key);
    isOpen.set(key, fault === null || Object.values(SILENT).some((silent) => fault.startsWith(silent)));
  }
  return repeats;
}
