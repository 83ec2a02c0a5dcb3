import "server-only";
import pino from "pino";
import { onGlobal } from "@/lib/on-global";

/**
 * JSON lines on stdout. Log ids, counts and codes; never a token, a secret, a message text or a URL with a query.
 */
export const log = onGlobal("log", () =>
  pino({
    base: undefined,
    redact: ["token", "*.token", "accessToken", "*.accessToken", "secret", "*.secret", "text", "*.text"],
    serializers: { err: toLoggedError },
  }),
);

/** What may be logged of an error: no payloads ride along on unknown properties. */
function toLoggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    code,
    message: error.message,
    stack: error.stack,
    cause: error.cause && toLoggedError(error.cause),
  };
}
