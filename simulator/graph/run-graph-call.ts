import type { GraphFault } from "../faults/graph-faults";
import { decodePart } from "../http/decode-part";
import type { ReadRequest } from "../http/read-request";
import { newTraceId } from "../new-id";
import { escapeBody } from "../wire/escape-body";
import type { World } from "../world";
import { findSentToken } from "./authenticate";
import { GraphError } from "./graph-error";
import type { GraphAnswer, GraphHandler, GraphRequest } from "./graph-request";
import { usageHeaders } from "./rate-limits";

const NEWEST_VERSION = 26;
/** v20.0 ended on 24 September 2026. */
const OLDEST_VERSION = 21;

const OUTAGE_PAGE =
  "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Sorry, something went wrong.</h1><p>We're working on it and we'll get it fixed as soon as we can.</p></body></html>";

/** What a call comes to. When it is `lost` the caller never gets it. */
export interface GraphOutcome {
  operation: string;
  status: number;
  headers: Record<string, string>;
  body: string;
  /** Code and subcode of the error answered, e.g. `10/2018278`. */
  error: string | null;
  lost: "hang" | "reset" | null;
  /** Runs once the answer has been handed to the network. */
  afterAnswer: () => void;
}

type Settled = Omit<GraphOutcome, "operation" | "lost">;

/** Carries out one call: the fault that waits for it, its handler, and the headers of its answer. */
export async function runGraphCall(
  world: World,
  request: ReadRequest,
  { operation, handle, isBatched = false }: { operation: string; handle: GraphHandler; isBatched?: boolean },
): Promise<GraphOutcome> {
  const { asked, segments } = splitPath(request.path);
  const graphRequest: GraphRequest = { ...request, segments, version: toServedVersion(asked) };
  const call = { operation, method: request.method, path: request.path, isBatched };
  const fault = world.faults.take(call) ?? world.randomFaults.take(call);
  if (fault?.delayMs !== undefined) await world.pause(fault.delayMs);

  const run = () => settle(world, graphRequest, asked, handle);
  const outcome = fault === null || isOnlySlow(fault) ? await run() : await fail(fault, run);
  const headers = {
    "content-type": "application/json; charset=UTF-8",
    "facebook-api-version": graphRequest.version,
    "x-fb-request-id": newTraceId(),
    "x-fb-trace-id": newTraceId(),
    "x-fb-rev": "1031234567",
    ...usage(world, graphRequest, fault?.regainMinutes),
    ...outcome.headers,
  };
  return {
    ...outcome,
    operation,
    headers,
    lost: fault?.reset === true ? "reset" : fault?.hang === true ? "hang" : null,
  };
}

/** The version asked for (null without one) and the rest of the path in parts. */
export function splitPath(path: string): { asked: number | null; segments: string[] } {
  const parts = path.split("/").filter(Boolean).map(decodePart);
  const version = /^v(\d{1,3})\.\d+$/.exec(parts[0] ?? "")?.[1];
  return version === undefined
    ? { asked: null, segments: parts }
    : { asked: Number(version), segments: parts.slice(1) };
}

async function settle(
  world: World,
  request: GraphRequest,
  asked: number | null,
  handle: (world: World, request: GraphRequest) => GraphAnswer | Promise<GraphAnswer>,
): Promise<Settled> {
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

function toOutcome(error: GraphError): Settled {
  return {
    status: error.status,
    headers: error.toHeaders(),
    body: escapeBody(error.toBody()),
    error: error.label,
    afterAnswer: () => {},
  };
}

const isOnlySlow = (fault: GraphFault) =>
  fault.code === undefined &&
  fault.status === undefined &&
  fault.html !== true &&
  fault.hang !== true &&
  fault.reset !== true;

/** The outcome of a call that is made to fail, before or after it did what it was asked. */
async function fail(fault: GraphFault, run: () => Promise<Settled>): Promise<Settled> {
  const processed = fault.afterProcessing === true ? await run() : null;
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

/** A call without a version, or with one that ended, is served by the oldest usable one. */
function toServedVersion(asked: number | null): string {
  return `v${Math.min(NEWEST_VERSION, Math.max(OLDEST_VERSION, asked ?? OLDEST_VERSION))}.0`;
}

function usage(world: World, request: GraphRequest, regainMinutes?: number): Record<string, string> {
  const pageId = world.state.tokens.get(findSentToken(request) ?? "")?.pageId;
  return pageId == null ? {} : usageHeaders(world, pageId, regainMinutes);
}
