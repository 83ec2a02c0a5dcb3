import * as http from "node:http";
import * as https from "node:https";

export interface HttpAnswer {
  /** Null when there was no answer; then `error` says why. */
  status: number | null;
  statusMessage: string;
  body: string;
  error: string | null;
  latencyMs: number;
}

const KEPT_BODY_BYTES = 4_096;

/**
 * One request with full control of its headers, and one limit on its whole duration (real ms). Never throws:
 * a failure is an answer without a status, worded as curl words it.
 */
export function httpRequest(given: {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: Buffer;
  timeoutMs: number;
}): Promise<HttpAnswer> {
  const startedMs = performance.now();
  const { request: send } = given.url.startsWith("https:") ? https : http;
  return new Promise((resolve) => {
    const finish = (answer: Partial<HttpAnswer>) => {
      clearTimeout(timer);
      const latencyMs = Math.round(performance.now() - startedMs);
      resolve({ status: null, statusMessage: "", body: "", error: null, latencyMs, ...answer });
    };
    const request = send(given.url, { method: given.method, headers: given.headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        if (size < KEPT_BODY_BYTES) chunks.push(chunk);
        size += chunk.length;
      });
      response.on("error", (error) => finish({ error: toCurlError(error) }));
      response.on("end", () =>
        finish({
          status: response.statusCode ?? null,
          statusMessage: response.statusMessage ?? "",
          body: Buffer.concat(chunks).subarray(0, KEPT_BODY_BYTES).toString(),
        }),
      );
    });
    const timer = setTimeout(() => request.destroy(new Error("timeout")), given.timeoutMs);
    request.on("error", (error) => finish({ error: toCurlError(error) }));
    request.end(given.body);
  });
}

function toCurlError(error: NodeJS.ErrnoException): string {
  if (error.message === "timeout") return "curl_errno = 28; curl_error = Operation timed out";
  if (error.code === "ECONNREFUSED") return "curl_errno = 7; curl_error = Failed to connect";
  if (error.code === "ENOTFOUND") return "curl_errno = 6; curl_error = Could not resolve host";
  if (error.code === "ECONNRESET") return "curl_errno = 56; curl_error = Connection reset by peer";
  return `curl_error = ${error.code ?? error.message}`;
}
