import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readNodeClientIp } from "@/lib/api/client-ip";
import { log } from "@/lib/log";
import { onGlobal } from "@/lib/on-global";
import { BodiesInFlight } from "./bodies-in-flight";
import { ANSWER_HEADERS, type WebhookAnswer, type WebhookEndpoint } from "./webhook-endpoint";

const PATHS: ReadonlySet<string> = new Set(["/api/webhook", "/webhook"]);

/** Enough for any burst of Meta's, whose notifications have some kilobytes; and little enough to have on any machine. */
const IN_FLIGHT = { bodies: 2_000, bytes: 128 * 1024 * 1024 };
const inFlight = () => onGlobal("bodies-in-flight", () => new BodiesInFlight(IN_FLIGHT));
/** What is not read is taken in and dropped up to this size, so that whoever sends it sees the answer. */
const DROPPED_BYTES = 64 * 1024;

/** The webhook in front of Next: the framework's own path costs several times the work itself. */
export function isWebhookPath(url: string): boolean {
  const end = url.indexOf("?");
  return PATHS.has(end === -1 ? url : url.slice(0, end));
}

/** Answers one request from `node:http`. @param defaults headers of every answer */
export function serveWebhook(
  endpoint: WebhookEndpoint,
  request: IncomingMessage,
  response: ServerResponse,
  defaults: Record<string, string>,
): void {
  endpoint
    .answer({
      method: request.method ?? "",
      query: () => new URL(request.url ?? "", "http://localhost").searchParams,
      header: (name) => {
        const value = request.headers[name];
        return Array.isArray(value) ? value.join(", ") : value;
      },
      ip: readNodeClientIp(request),
      readBody: (maxBytes, isBare) => readBody(request, { maxBytes, isBare }),
    })
    .then(
      (answer) => send(request, response, answer, defaults),
      (error: unknown) => {
        // Whoever called has gone before the body was in: nothing of ours, and nobody to answer.
        if (request.destroyed && !request.complete) return;
        log.error({ err: error }, "the webhook failed unexpectedly");
        send(request, response, { status: 503, body: "Service Unavailable" }, defaults);
      },
    );
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, headers }: WebhookAnswer,
  defaults: Record<string, string>,
): void {
  const isUnread = !request.complete && !(Number(request.headers["content-length"]) <= DROPPED_BYTES);
  response.writeHead(status, {
    ...defaults,
    ...ANSWER_HEADERS,
    "content-length": Buffer.byteLength(body),
    ...(isUnread ? { connection: "close" } : {}),
    ...headers,
  });
  response.end(body);
}

type Reading = { maxBytes: number; isBare: boolean };

function readBody(request: IncomingMessage, { maxBytes, isBare }: Reading): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) {
    request.resume();
    return Promise.resolve(null);
  }
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    const { grow, finish } = inFlight().begin(isBare, () => {
      chunks = [];
      request.destroy();
    });
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) {
        chunks = [];
        finish();
        resolve(null);
      } else {
        chunks.push(chunk);
        grow(chunk.length);
      }
    });
    request.on("end", () => {
      finish();
      resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    });
    request.on("error", reject);
    request.once("close", () => {
      finish();
      // Of one that came whole there is nobody to tell, and an error costs its stack.
      if (!request.complete) reject(new Error("The connection was closed before all of the body was in."));
    });
  });
}
