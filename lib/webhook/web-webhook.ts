import "server-only";
import { readClientIp } from "@/lib/api/client-ip";
import { ANSWER_HEADERS, type WebhookEndpoint } from "./webhook-endpoint";

/** Answers one request in the form route handlers get it. The same endpoint, the same answers. */
export async function answerWebRequest(endpoint: WebhookEndpoint, request: Request): Promise<Response> {
  const { status, body, headers } = await endpoint.answer({
    method: request.method,
    query: () => new URL(request.url).searchParams,
    header: (name) => request.headers.get(name) ?? undefined,
    ip: readClientIp(request.headers),
    readBody: (maxBytes) => readBody(request, maxBytes),
  });
  return new Response(body, { status, headers: { ...ANSWER_HEADERS, ...headers } });
}

async function readBody(request: Request, maxBytes: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
