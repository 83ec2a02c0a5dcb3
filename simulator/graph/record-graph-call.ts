import type { ReadRequest } from "../http/read-request";
import type { World } from "../world";
import type { GraphOutcome } from "./run-graph-call";

/**
 * Writes a call into the log, its address as it came.
 *
 * @param given `request` is the HTTP request it came in, `startedMs` of `performance.now()`
 */
export function recordGraphCall(
  world: World,
  given: {
    request: ReadRequest;
    method?: string;
    body: string;
    outcome: GraphOutcome;
    atMs: number;
    startedMs: number;
  },
): void {
  const { request, method = request.method, body, outcome, atMs, startedMs } = given;
  const { operation, status, lost, error } = outcome;
  world.log.recordCall({
    id: world.log.nextId(),
    atMs,
    operation,
    method,
    path: request.path,
    query: request.rawQuery,
    headers: request.headers,
    body,
    status: lost === null ? status : null,
    answer: lost === null ? outcome.body : "",
    durationMs: Math.round(performance.now() - startedMs),
    error: lost === null ? error : lost === "hang" ? "no answer" : "connection reset",
  });
}
