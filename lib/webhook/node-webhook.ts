import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { ANSWER_HEADERS, type WebhookAnswer, type WebhookEndpoint } from "./webhook-endpoint";

const PATHS: ReadonlySet<string> = new Set(["/api/webhook", "/webhook"]);

/** The webhook in front of Next: the framework's own path costs several times the work itself. */
export function isWebhookPath(url: string): boolean {
  const end = url.indexOf("?");
  return PATHS.has(end === -1 ? url : url.slice(0, end));
}

/** Answers one request from `node:http`. */
export function serveWebhook(endpoint: WebhookEndpoint, request: IncomingMessage, response: ServerResponse): void {
  endpoint
    .answer({
      method: request.method ?? "",
      query: () => new URL(request.url ?? "", "http://localhost").searchParams,
      header: (name) => {
        const value = request.headers[name];
        return Array.isArray(value) ? value.join(", ") : value;
      },
      readBody: (maxBytes) => readBody(request, maxBytes),
    })
    .then(
      (answer) => send(response, answer),
      (error: unknown) => {
        // Whoever called has gone before the body was in: nothing of ours, and nobody to answer.
        if (request.destroyed && !request.complete) return;
        log.error({ err: error }, "the webhook failed unexpectedly");
        send(response, { status: 503, body: "Service Unavailable" });
      },
    );
}

function send(response: ServerResponse, { status, body, headers }: WebhookAnswer): void {
  response.writeHead(status, { ...ANSWER_HEADERS, "content-length": Buffer.byteLength(body), ...headers });
  response.end(body);
}

function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) {
    request.resume();
    return Promise.resolve(null);
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else resolve(null);
    });
    request.on("end", () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.on("error", reject);
  });
}
