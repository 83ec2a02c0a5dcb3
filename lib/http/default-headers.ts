import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { BASE_HEADERS } from "./base-headers.mjs";

/** Two years (RFC 6797). Not for subdomains and not preloaded: those are not ours to decide about. */
const HSTS = "max-age=63072000";
/** Of what is no page: opened by itself it may load, run and show in a frame nothing at all. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";
/** Pages get their own policy with a nonce (proxy.ts). The same as its matcher leaves out. */
const NO_PAGE = /^\/(?:api\/|webhook|_next\/|.*\.(?:svg|png|ico|woff2|js|css|json)$)/;

/** What an answer to `url` carries unless whoever answers says otherwise. */
export function toDefaultHeaders(url: string, { isSecure }: { isSecure: boolean }): Record<string, string> {
  const [path = ""] = url.split("?");
  return {
    ...BASE_HEADERS,
    ...(isSecure ? { "strict-transport-security": HSTS } : {}),
    ...(NO_PAGE.test(path) ? { "content-security-policy": NOTHING } : {}),
    // Redirects with a cookie, and the few pages of next-auth's own, say nothing of it.
    ...(path.startsWith("/api/") ? { "cache-control": "no-store" } : {}),
  };
}

/**
 * Adds these headers to an answer at the moment its head is written, where nobody has set them by then: what Next sets
 * would otherwise stand beside them, and two policies allow only what both do.
 */
export function giveDefaultHeaders(response: ServerResponse, defaults: Record<string, string>): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((...args: [status: number, ...rest: unknown[]]) => {
    const given = args.find((arg): arg is OutgoingHttpHeaders => typeof arg === "object" && arg !== null);
    const named = new Set(Object.keys(given ?? {}).map((name) => name.toLowerCase()));
    for (const [name, value] of Object.entries(defaults)) {
      if (!response.hasHeader(name) && !named.has(name)) response.setHeader(name, value);
    }
    return writeHead(...args);
  }) as ServerResponse["writeHead"];
}
