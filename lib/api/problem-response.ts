import "server-only";
import { isDatabaseUnavailable } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { log } from "@/lib/log";
import type { Problem } from "./schemas/common";

/** Any error as problem+json (RFC 9457). What is not meant for people is logged, and told as "something went wrong". */
export function toProblemResponse(error: unknown): Response {
  const known = toAppError(error);
  const problem: Problem = {
    type: "about:blank",
    title: known.title,
    status: known.status,
    detail: known.message,
    code: known.code,
    ...(known.fields ? { errors: known.fields } : {}),
  };
  return new Response(JSON.stringify(problem), {
    status: known.status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(known.retryAfterS === undefined ? {} : { "retry-after": String(known.retryAfterS) }),
    },
  });
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof GraphError)
    return new AppError("graph_refused", `Facebook said: ${error.message}`, { cause: error });
  if (error instanceof GraphUnavailableError) {
    return new AppError("graph_unavailable", `${error.message} Try again in a moment.`, { cause: error });
  }
  if (isDatabaseUnavailable(error)) {
    log.error({ err: error }, "the database is unavailable");
    return new AppError("database_unavailable", "Nothing was changed. Try again in a moment.", { cause: error });
  }
  log.error({ err: error }, "a request failed unexpectedly");
  return new AppError(
    "internal",
    "It has been written to the log. Try again; if it stays, tell whoever runs this desk.",
  );
}
