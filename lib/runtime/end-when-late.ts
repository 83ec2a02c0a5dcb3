import type { IncomingMessage } from "node:http";

/** Closes the connection when the request on it is not in by then. Does nothing to one that came whole. */
export function endWhenLate(request: IncomingMessage, limitMs: number): void {
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, limitMs);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
}
