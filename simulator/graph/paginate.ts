import type { World } from "../world";
import { findSentToken } from "./authenticate";
import { invalidParameter } from "./graph-error";
import type { GraphRequest } from "./graph-request";

const DEFAULT_LIMIT = 25;

/**
 * One page of a list with cursors. `next` is a whole URL and, like Meta's, carries the access token: a careful
 * client re-sends its own request with `after` instead. With `startsEmpty` the first page holds nothing although more
 * follow: a page may hold fewer items than `limit` (Meta docs: graph-api/results).
 */
export function paginate<T>(
  world: World,
  request: GraphRequest,
  items: T[],
  { maxLimit, path, startsEmpty = false }: { maxLimit: number; path: string; startsEmpty?: boolean },
): { data: T[]; paging?: { cursors: { before: string; after: string }; next?: string; previous?: string } } {
  const asked = Number(request.params.text("limit") ?? DEFAULT_LIMIT);
  if (!Number.isInteger(asked) || asked < 1) throw invalidParameter("Param limit must be a positive integer.");
  const limit = Math.min(asked, maxLimit);
  const after = request.params.text("after");
  const start = after === undefined ? 0 : readCursor(after);
  const isEmptyStart = startsEmpty && after === undefined && items.length > 0;
  const data = isEmptyStart ? [] : items.slice(start, start + limit);
  if (data.length === 0 && !isEmptyStart) return { data };
  const end = start + data.length;
  const toUrl = (cursor: string) => {
    const url = new URL(`${world.origin}/${request.version}/${path}`);
    for (const name of request.params.names()) {
      if (name !== "after" && name !== "before") url.searchParams.set(name, request.params.text(name) ?? "");
    }
    url.searchParams.set("access_token", findSentToken(request) ?? "");
    url.searchParams.set("limit", String(asked));
    url.searchParams.set("after", cursor);
    return url.toString();
  };
  return {
    data,
    paging: {
      cursors: { before: toCursor(start), after: toCursor(end) },
      ...(end < items.length ? { next: toUrl(toCursor(end)) } : {}),
    },
  };
}

const toCursor = (index: number) => Buffer.from(`at:${index}`).toString("base64url");

function readCursor(cursor: string): number {
  const index = Number(/^at:(\d+)$/.exec(Buffer.from(cursor, "base64url").toString())?.[1]);
  if (!Number.isInteger(index)) throw invalidParameter("Invalid cursors values");
  return index;
}
