import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { World } from "../world";
import { streamActivity } from "./stream-activity";

const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: http: https:; media-src 'self' http: https:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The simulator's own page at `/`, its files under `/_simulator/assets`, and its live feed. */
export function servePage(world: World, path: string, request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== "GET") return false;
  if (path === "/_simulator/stream") {
    streamActivity(world, request, response);
    return true;
  }
  const file = path === "/" ? "index.html" : /^\/_simulator\/assets\/([a-z-]+\.(?:css|js|svg))$/.exec(path)?.[1];
  if (file === undefined) return false;
  const bytes = readAsset(file);
  if (bytes === null) return false;
  response
    .writeHead(200, {
      "content-type": TYPES[file.split(".").at(-1) ?? ""] ?? "application/octet-stream",
      "content-security-policy": CONTENT_SECURITY_POLICY,
      "cache-control": "no-cache",
    })
    .end(bytes);
  return true;
}

function readAsset(file: string): Buffer | null {
  try {
    return readFileSync(new URL(file, import.meta.url));
  } catch {
    return null;
  }
}
