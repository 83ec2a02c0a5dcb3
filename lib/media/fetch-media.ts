import "server-only";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** Where Meta keeps pictures and attachments. Nothing else is ever fetched: addresses in messages come from strangers. */
const META_HOSTS = /(^|\.)(fbcdn\.net|fbsbx\.com|facebook\.com|cdninstagram\.com)$/;
const TIMEOUT_MS = 10_000;
const MAX_BYTES = 25 * 1024 * 1024;
const MAX_REDIRECTS = 3;
/** Shown by browsers without running anything; all else is offered as a download. */
const SHOWN = /^(image\/(?!svg)|audio\/|video\/)/;

/**
 * Brings a picture or attachment to the browser through our own origin, so that no customer-controlled address is
 * loaded by the browser.
 * @throws {AppError} `not_found` when the address is not Meta's, or there is nothing any more: links of Meta's expire
 */
export async function fetchMedia(url: string | null): Promise<Response> {
  if (url === null) throw gone();
  const media = await fetchAllowed(url);
  const type = media.headers.get("content-type") ?? "application/octet-stream";
  const isImage = type.startsWith("image/");
  return new Response(media.body?.pipeThrough(limit(MAX_BYTES)) ?? null, {
    headers: {
      "content-type": SHOWN.test(type) || isImage ? type : "application/octet-stream",
      "content-disposition": SHOWN.test(type) || isImage ? "inline" : "attachment",
      // Opened by itself, not even an SVG may run or load anything.
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=3600",
    },
  });
}

function gone(cause?: unknown): AppError {
  return new AppError("not_found", "Facebook no longer has this file. Its links expire.", { cause });
}

async function fetchAllowed(url: string): Promise<Response> {
  let next: string = url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (!isAllowed(next)) throw gone();
    const response = await fetchOnce(next);
    const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    if (location === null) {
      if (!response.ok) throw gone();
      return response;
    }
    await response.body?.cancel();
    next = URL.canParse(location, next) ? new URL(location, next).href : "";
  }
  throw gone();
}

async function fetchOnce(url: string): Promise<Response> {
  try {
    return await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    throw gone(cause);
  }
}

/** Meta's hosts over TLS, and the server the settings name as Graph: a stand-in keeps its own pictures. */
function isAllowed(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (protocol === "https:" && META_HOSTS.test(hostname)) return true;
  const { GRAPH_API_URL } = getEnv();
  return !META_HOSTS.test(new URL(GRAPH_API_URL).hostname) && origin === new URL(GRAPH_API_URL).origin;
}

function limit(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > maxBytes) controller.error(new Error("The file is larger than Meta allows."));
      else controller.enqueue(chunk);
    },
  });
}
