import type { ServerResponse } from "node:http";
import { decodePart } from "../http/decode-part";
import type { ReadRequest } from "../http/read-request";
import type { Simulator } from "../simulator";
import { CONTROL_ROUTES } from "./control-routes";
import type { ControlInput } from "./read-input";

/**
 * Answers one call under `/_simulator`, in JSON. A mistake of the caller answers 400 with `{ "error": "…" }`.
 * Only requests made by programs or by this server's own page are taken: a page of another site may not drive it.
 */
export async function answerControlCall(
  simulator: Omit<Simulator, "close">,
  request: ReadRequest,
  response: ServerResponse,
): Promise<void> {
  const origin = request.headers.origin;
  const isForeign = origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === request.headers.host);
  if (isForeign) {
    return send(response, 403, { error: "Only the simulator's own page may do this." });
  }
  const path = request.path.replace(/^\/_simulator/, "");
  for (const route of CONTROL_ROUTES) {
    const match = route.method === request.method ? route.path.exec(path) : null;
    if (match === null) continue;
    try {
      const ids = match.slice(1).map((part) => decodePart(part ?? ""));
      return send(response, 200, (await route.run(simulator, readInput(request), ids)) ?? { ok: true });
    } catch (error) {
      return send(response, 400, { error: error instanceof Error ? error.message : String(error) });
    }
  }
  send(response, 404, { error: `No control call ${request.method} ${request.path}.` });
}

function readInput(request: ReadRequest): ControlInput {
  return Object.fromEntries(request.params.names().map((name) => [name, request.params.raw(name)]));
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" })
    .end(JSON.stringify(body));
}
