import "server-only";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { noteClientIp } from "@/lib/api/client-ip";
import { toProblemResponse } from "@/lib/api/problem-response";
import type { AppError } from "@/lib/errors";
import { endWhenLate } from "@/lib/runtime/end-when-late";
import { isUploadPath } from "@/lib/uploads/is-upload-path";
import { isWebhookPath } from "@/lib/webhook/node-webhook";
import { giveDefaultHeaders, toDefaultHeaders } from "./default-headers";
import { findBodyRefusal } from "./find-body-refusal";
import { findTargetRefusal } from "./find-target-refusal";

export type ServerLimits = {
  /** For the head of a request, from the connection on. */
  headersMs: number;
  /** For all of a request. Half-sent ones hold memory, and anyone can send them. */
  requestMs: number;
  /** The same for files that people of the desk upload; their route sees to it that they keep coming. */
  uploadMs: number;
  /** Without a byte either way. Longer than Meta may take over a file; streams say something every 15 seconds. */
  idleMs: number;
  connections: number;
  /** How often the first two are looked after. */
  checkEveryMs: number;
};

const LIMITS: ServerLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  uploadMs: 10 * 60_000,
  idleMs: 5 * 60_000,
  connections: 10_000,
  checkEveryMs: 2_000,
};

/** For whoever was refused while still sending to read why. */
const LINGER_MS = 1_000;

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The HTTP server of the desk: tells the webhook from the rest, keeps slow and oversized callers from holding what
 * others need, and gives every answer its headers.
 */
export function createDeskServer(
  {
    serveWebhook,
    serveNext,
    publicUrl,
    trustedProxies,
  }: {
    /** Writes these headers itself: adding them to an answer costs a fifth of what taking a notification does. */
    serveWebhook: (request: IncomingMessage, response: ServerResponse, headers: Record<string, string>) => void;
    serveNext: Listener;
    publicUrl: string;
    trustedProxies: number;
  },
  limits: ServerLimits = LIMITS,
): Server {
  const isSecure = publicUrl.startsWith("https:");
  const webhookHeaders = toDefaultHeaders("/webhook", { isSecure });
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.uploadMs,
    connectionsCheckingInterval: limits.checkEveryMs,
  });
  server.timeout = limits.idleMs;
  server.maxConnections = limits.connections;
  server.on("request", (request, response) => {
    const { url = "" } = request;
    noteClientIp(request, trustedProxies);
    if (isWebhookPath(url)) {
      endWhenLate(request, limits.requestMs);
      return serveWebhook(request, response, webhookHeaders);
    }
    giveDefaultHeaders(response, toDefaultHeaders(url, { isSecure }));
    const refusal = findTargetRefusal(request) ?? (isUploadPath(url) ? null : findBodyRefusal(request));
    if (!isUploadPath(url) || refusal !== null) endWhenLate(request, limits.requestMs);
    if (refusal === null) return serveNext(request, response);
    void refuse(request, response, refusal);
  });
  return server;
}

async function refuse(request: IncomingMessage, response: ServerResponse, error: AppError): Promise<void> {
  const problem = toProblemResponse(error);
  response.writeHead(problem.status, Object.fromEntries(problem.headers));
  response.end(await problem.text());
  // Cut off at once, whoever is still sending would lose the answer too.
  request.resume();
  endWhenLate(request, LINGER_MS);
}
