import "server-only";
import type { Db } from "@/lib/db/db";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { getRetentionSettings } from "@/lib/settings/retention-settings";
import { collectCopy } from "./collect-copy";
import { isMediaAddress } from "./is-media-address";
import { COPY_MAX_BYTES, type CopyOf, keepCopy } from "./keep-copy";
import { findMediaFile, type MediaFile } from "./media-file-queries";
import { serveCopy, toMediaHeaders } from "./serve-media";
import { toUrlHash } from "./to-url-hash";

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 25 * 1024 * 1024;
const MAX_REDIRECTS = 3;
/** Whose picture or attachment it is. */
type Media = { url: string | null /** Null: a Page's, or somebody's of the desk. */; conversationId: number | null };

/**
 * Brings a picture or attachment to the browser through our own origin, so that no customer-controlled address is
 * loaded by the browser. What was brought once is kept for as long as the settings say: Meta's links expire.
 * @throws {AppError} `not_found` when the address is not Meta's, or there is nothing any more and no copy was kept
 */
export async function fetchMedia(db: Db, request: Request, { url, conversationId }: Media): Promise<Response> {
  if (url === null) throw gone();
  const urlHash = toUrlHash(url);
  const etag = `"${urlHash.slice(0, 32)}"`;
  const copy = findMediaFile(db, urlHash);
  if (copy) return serveCopy(request, copy, etag);
  const media = await fetchAllowed(url);
  const contentType = media.headers.get("content-type") ?? "application/octet-stream";
  const keep = (body: Buffer) => {
    if (getRetentionSettings(db).mediaDays > 0) keepOrLog(db, { urlHash, conversationId }, { contentType, body });
  };
  const body = media.body && collectCopy(media.body.pipeThrough(limit(MAX_BYTES)), COPY_MAX_BYTES, keep);
  return new Response(body, { headers: { ...toMediaHeaders(contentType), etag } });
}

/** The browser has it all the same. */
function keepOrLog(db: Db, of: CopyOf, file: MediaFile): void {
  try {
    keepCopy(db, of, file);
  } catch (error) {
    log.warn({ err: error }, "a copy of a picture or attachment could not be kept");
  }
}

function gone(cause?: unknown): AppError {
  return new AppError("not_found", "Facebook no longer has this file. Its links expire.", { cause });
}

async function fetchAllowed(url: string): Promise<Response> {
  let next: string = url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (!isMediaAddress(next, getEnv().GRAPH_API_URL)) throw gone();
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
