import { Params, type ReadRequest } from "../http/read-request";
import type { World } from "../world";
import { authenticate } from "./authenticate";
import { invalidParameter } from "./graph-error";
import type { GraphAnswer, GraphRequest } from "./graph-request";
import { recordGraphCall } from "./record-graph-call";
import { findRoute } from "./route-graph";
import { type GraphOutcome, runGraphCall, splitPath } from "./run-graph-call";

const MAX_OPERATIONS = 50;
const METHODS = ["GET", "POST", "DELETE"];

interface Operation {
  method: string;
  relativeUrl: string;
  body: string;
}

/** `POST /` with `batch`: up to 50 calls in one, done in order. A call that never answers is `null`. */
export const BATCH = { operation: "batch", handle: runBatch };

/** Whether this is a batch and not a call of its own. */
export function isBatch({ method, path, params }: ReadRequest): boolean {
  return method === "POST" && splitPath(path).segments.length === 0 && params.has("batch");
}

/**
 * @throws {GraphError} of the batch's own token, or 100 when it is no list of operations
 * @see https://developers.facebook.com/docs/graph-api/batch-requests
 */
async function runBatch(world: World, request: GraphRequest): Promise<GraphAnswer> {
  authenticate(world, request);
  const operations = readOperations(request.params.value("batch"));
  const withHeaders = request.params.text("include_headers") !== "false";
  const outcomes: GraphOutcome[] = [];
  for (const operation of operations) outcomes.push(await runOperation(world, request, operation));
  return {
    body: outcomes.map((outcome) => (outcome.lost === null ? toAnswer(outcome, withHeaders) : null)),
    afterAnswer: () => {
      for (const { afterAnswer } of outcomes) afterAnswer();
    },
  };
}

async function runOperation(world: World, outer: GraphRequest, operation: Operation): Promise<GraphOutcome> {
  const startedMs = performance.now();
  const atMs = world.clock.nowMs();
  const request = toRequest(outer, operation);
  const route = findRoute(world, request.method, splitPath(request.path).segments);
  const outcome = await runGraphCall(world, request, { ...route, isBatched: true });
  const body = JSON.stringify({ relative_url: operation.relativeUrl, body: operation.body });
  recordGraphCall(world, { request: outer, method: request.method, body, outcome, atMs, startedMs });
  return outcome;
}

/** An operation as a request of its own. Without a token it has that of the batch, and the proof that goes with it. */
function toRequest(outer: GraphRequest, { method, relativeUrl, body }: Operation): ReadRequest {
  const mark = relativeUrl.indexOf("?");
  const [path, query] = mark === -1 ? [relativeUrl, ""] : [relativeUrl.slice(0, mark), relativeUrl.slice(mark + 1)];
  const values = new Map<string, unknown[]>();
  for (const text of [query, body]) {
    for (const [name, value] of new URLSearchParams(text)) values.set(name, [...(values.get(name) ?? []), value]);
  }
  const headers = { ...outer.headers };
  if (values.has("access_token")) delete headers.authorization;
  else {
    for (const name of ["access_token", "appsecret_proof", "appsecret_time"]) {
      const value = outer.params.text(name);
      if (value !== undefined && !values.has(name)) values.set(name, [value]);
    }
  }
  const inner = path.replace(/^\/+/, "");
  return {
    method,
    path: splitPath(inner).asked === null ? `/${outer.version}/${inner}` : `/${inner}`,
    query: new URLSearchParams(query),
    rawQuery: query === "" ? "" : `?${query}`,
    headers,
    rawBody: Buffer.from(body),
    params: new Params(values),
    file: null,
  };
}

function readOperations(batch: unknown): Operation[] {
  if (!Array.isArray(batch) || batch.length === 0) throw invalidParameter("batch parameter must be a JSON array");
  if (batch.length > MAX_OPERATIONS) {
    throw invalidParameter(`Too many requests in batch message. Maximum batch size is ${MAX_OPERATIONS}`);
  }
  return batch.map((item: unknown) => {
    const given: Record<string, unknown> = typeof item === "object" && item !== null ? { ...item } : {};
    const method = String(given.method ?? "GET").toUpperCase();
    if (typeof given.relative_url !== "string" || !METHODS.includes(method)) {
      throw invalidParameter("Each batch operation needs a method and a relative_url.");
    }
    if (given.depends_on !== undefined || given.attached_files !== undefined) {
      throw invalidParameter("This simulator knows neither depends_on nor attached_files.");
    }
    return { method, relativeUrl: given.relative_url, body: typeof given.body === "string" ? given.body : "" };
  });
}

function toAnswer({ status, headers, body }: GraphOutcome, withHeaders: boolean) {
  const list = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return { code: status, ...(withHeaders ? { headers: list } : {}), body };
}
