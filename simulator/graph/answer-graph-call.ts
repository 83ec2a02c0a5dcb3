import type { ServerResponse } from "node:http";
import type { ActiveFault } from "../faults/graph-faults";
import { decodePart } from "../http/decode-part";
import type { ReadRequest } from "../http/read-request";
import { newTraceId } from "../new-id";
import { escapeBody } from "../wire/escape-body";
import type { World } from "../world";
import { findSentToken } from "./authenticate";
import { GraphError } from "./graph-error";
import type { GraphAnswer, GraphRequest } from "./graph-request";
import { usageHeaders } from "./rate-limits";
import { findRoute } from "./route-graph";

const NEWEST_VERSION = 26;
/** v20.0 ended on 24 September 2026. */
const OLDEST_VERSION = 21;

const OUTAGE_PAGE =
  "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Sorry, something went wrong.</h1><p>We're working on it and we'll get it fixed as soon as we can.</p></body></html>";

interface Outcome {
  status: number;
  headers: Record<string, string>;
  body: string;
  error: string | null;
  afterAnswer: () => void;
}

/** Answers one call to the Graph API: faults, route, headers, and its line in the log. */
export async function answerGraphCall(world: World, request: ReadRequest, response: ServerResponse): Promise<void> {
  const startedMs = performance.now();
  const atMs = world.clock.nowMs();
  const { asked, segments } = splitPath(request.path);
  const route = findRoute(world, request.method, segments);
  const graphRequest: GraphRequest = { ...request, segments, version: toServedVersion(asked) };
  const fault = world.faults.take({ operation: route.operation, method: request.method, path: request.path });
  if (fault?.delayMs !== undefined) await world.pause(fault.delayMs);

  const handle = () => settle(world, graphRequest, asked, route.handle);
  const outcome = fault === null || isOnlySlow(fault) ? await handle() : await fail(fault, handle);
  const headers = {
    "content-type": "application/json; charset=UTF-8",
    "facebook-api-version": graphRequest.version,
    "x-fb-request-id": newTraceId(),
    "x-fb-trace-id": newTraceId(),
    "x-fb-rev": "1031234567",
    ...usage(world, graphRequest),
    ...outcome.headers,
  };
  const isLost = fault !== null && (fault.hang === true || fault.reset === true);
  world.log.recordCall({
    id: world.log.nextId(),
    atMs,
    operation: route.operation,
    method: request.method,
    path: request.path,
    query: request.rawQuery,
    headers: request.headers,
    body: request.rawBody.toString(),
    status: isLost ? null : outcome.status,
    answer: isLost ? "" : outcome.body,
    durationMs: Math.round(performance.now() - startedMs),
    error: isLost ? (fault.hang === true ? "no answer" : "connection reset") : outcome.error,
  });
  if (fault?.reset === true) response.destroy();
  else if (fault?.hang !== true) response.writeHead(outcome.status, headers).end(outcome.body);
  outcome.afterAnswer();
}

async function settle(
  world: World,
  request: GraphRequest,
  asked: number | null,
  handle: (world: World, request: GraphRequest) => GraphAnswer | Promise<GraphAnswer>,
): Promise<Outcome> {
  try {
    if (asked !== null && asked > NEWEST_VERSION) {
      throw new GraphError(`Unknown path components: /v${asked}.0`, { code: 2500 });
    }
    const { body, status = 200, headers = {}, afterAnswer = () => {} } = await handle(world, request);
    return { status, headers, body: escapeBody(body), error: null, afterAnswer };
  } catch (error) {
    if (error instanceof GraphError) return toOutcome(error);
    throw error;
  }
}

function toOutcome(error: GraphError): Outcome {
  return {
    status: error.status,
    headers: error.toHeaders(),
    body: escapeBody(error.toBody()),
    error: error.label,
    afterAnswer: () => {},
  };
}

const isOnlySlow = (fault: ActiveFault) =>
  fault.code === undefined &&
  fault.status === undefined &&
  fault.html !== true &&
  fault.hang !== true &&
  fault.reset !== true;

/** The outcome of a call that is made to fail, before or after it did what it was asked. */
async function fail(fault: ActiveFault, handle: () => Promise<Outcome>): Promise<Outcome> {
  const processed = fault.afterProcessing === true ? await handle() : null;
  const afterAnswer = processed?.afterAnswer ?? (() => {});
  if (fault.html === true) {
    const headers = { "content-type": "text/html; charset=utf-8" };
    return { status: fault.status ?? 500, headers, body: OUTAGE_PAGE, error: "html", afterAnswer };
  }
  const code = fault.code ?? 2;
  const isOutage = code === 1 || code === 2;
  const type = fault.type === "GraphMethodException" || fault.type === "IGApiException" ? fault.type : "OAuthException";
  const message =
    fault.message ??
    (isOutage ? "An unexpected error has occurred. Please retry your request later." : `(#${code}) Simulated fault`);
  const details = {
    code,
    subcode: fault.subcode,
    type,
    status: fault.status ?? (isOutage ? 500 : 400),
    isTransient: fault.isTransient ?? (isOutage ? true : undefined),
    challenge: code === 190 ? "invalid_token" : undefined,
  } as const;
  return { ...toOutcome(new GraphError(message, details)), afterAnswer };
}

function splitPath(path: string): { asked: number | null; segments: string[] } {
  const parts = path.split("/").filter(Boolean).map(decodePart);
  const version = /^v(\d{1,3})\.\d+$/.exec(parts[0] ?? "")?.[1];
  return version === undefined
    ? { asked: null, segments: parts }
    : { asked: Number(version), segments: parts.slice(1) };
}

/** A call without a version, or with one that ended, is served by the oldest usable one. */
function toServedVersion(asked: number | null): string {
  return `v${Math.min(NEWEST_VERSION, Math.max(OLDEST_VERSION, asked ?? OLDEST_VERSION))}.0`;
}

function usage(world: World, request: GraphRequest): Record<string, string> {
  const pageId = world.state.tokens.get(findSentToken(request) ?? "")?.pageId;
  return pageId == null ? {} : usageHeaders(world, pageId);
}
