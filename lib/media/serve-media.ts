import type { MediaFile } from "./media-file-queries";

/** Shown by browsers without running anything; all else is offered as a download. */
const SHOWN = /^(image\/|audio\/|video\/)/;

/** What every picture or attachment is served with, whether a copy or what Meta answers just now. */
export function toMediaHeaders(contentType: string): Record<string, string> {
  const isShown = SHOWN.test(contentType);
  return {
    "content-type": isShown ? contentType : "application/octet-stream",
    "content-disposition": isShown ? "inline" : "attachment",
    // Opened by itself, not even an SVG may run or load anything.
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=3600",
  };
}

/**
 * Answers from a copy: nothing when the browser has it already, a part when it asks for one (players do).
 * @param etag names the file: what is at an address of Meta's never changes
 */
export function serveCopy(request: Request, { contentType, body }: MediaFile, etag: string): Response {
  const headers = { ...toMediaHeaders(contentType), etag, "accept-ranges": "bytes" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const range = readRange(request.headers.get("range"), body.length);
  if (range === null) return new Response(new Uint8Array(body), { headers });
  if (range === "unsatisfiable") {
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${body.length}` } });
  }
  const { first, last } = range;
  return new Response(new Uint8Array(body.subarray(first, last + 1)), {
    status: 206,
    headers: { ...headers, "content-range": `bytes ${first}-${last}/${body.length}` },
  });
}

/** One range of bytes (RFC 9110, 14.2); null when there is none, or it is of a kind that may be ignored. */
export function readRange(
  given: string | null,
  sizeBytes: number,
): { first: number; last: number } | "unsatisfiable" | null {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(given ?? "") ?? [];
  if (from === "" && to === "") return null;
  const first = from === "" ? Math.max(0, sizeBytes - Number(to)) : Number(from);
  const last = from === "" || to === "" ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (from !== "" && to !== "" && Number(to) < Number(from)) return null;
  return first > last ? "unsatisfiable" : { first, last };
}
