import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { onGlobal } from "@/lib/on-global";

/** Nobody outside knows its name, so nobody can send it. */
const header = onGlobal("client-ip-header", () => `x-pagedesk-ip-${randomBytes(12).toString("hex")}`);

/**
 * Writes down who is calling, for the handlers behind Next, which see headers only.
 * @param trustedProxies how many proxies of ours stand in front: so many addresses at the end of `X-Forwarded-For` are
 *   their word; whatever stands before is the caller's own
 */
export function noteClientIp(request: IncomingMessage, trustedProxies: number): void {
  request.headers[header] = toClientIp(request, trustedProxies);
}

export function toClientIp({ headers, socket }: IncomingMessage, trustedProxies: number): string {
  if (trustedProxies === 0) return (socket.remoteAddress ?? "unknown").replace(/^::ffff:/, "");
  const forwarded = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  const named = forwarded.at(-trustedProxies)?.trim();
  return (named || socket.remoteAddress || "unknown").replace(/^::ffff:/, "");
}

/** Who is calling; `unknown` where Next serves without our server. */
export function readClientIp(headers: Headers): string {
  return headers.get(header) ?? "unknown";
}

/** The same, before Next. */
export function readNodeClientIp({ headers }: IncomingMessage): string {
  return [headers[header] ?? "unknown"].flat().join();
}
