import type { ServerResponse } from "node:http";
import type { ReadRequest } from "../http/read-request";
import type { World } from "../world";
import { BATCH, isBatch } from "./batch";
import { recordGraphCall } from "./record-graph-call";
import { findRoute } from "./route-graph";
import { runGraphCall, splitPath } from "./run-graph-call";

/**
 * Answers one HTTP request to the Graph API and writes it into the log. A batch is written as its operations, and
 * once more as a whole only when it failed as a whole.
 */
export async function answerGraphCall(world: World, request: ReadRequest, response: ServerResponse): Promise<void> {
  const startedMs = performance.now();
  const atMs = world.clock.nowMs();
  const route = isBatch(request) ? BATCH : findRoute(world, request.method, splitPath(request.path).segments);
  const outcome = await runGraphCall(world, request, route);
  if (route !== BATCH || outcome.error !== null || outcome.lost !== null) {
    recordGraphCall(world, { request, body: request.rawBody.toString(), outcome, atMs, startedMs });
  }
  if (outcome.lost === "reset") response.destroy();
  else if (outcome.lost === null) response.writeHead(outcome.status, outcome.headers).end(outcome.body);
  outcome.afterAnswer();
}
