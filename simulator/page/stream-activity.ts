import type { IncomingMessage, ServerResponse } from "node:http";
import type { World } from "../world";

const KEEP_ALIVE_MS = 20_000;
const SHOWN_CHARACTERS = 20_000;

/** What happens, as it happens, for the page: server-sent events named `call`, `attempt`, `remark` and `changed`. */
export function streamActivity(world: World, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
  });
  response.write(": welcome\n\n");
  const stop = world.log.listen(({ kind, item }) => {
    response.write(`event: ${kind}\ndata: ${JSON.stringify(item, shorten)}\n\n`);
  });
  const keepAlive = setInterval(() => response.write(": still here\n\n"), KEEP_ALIVE_MS);
  keepAlive.unref();
  request.once("close", () => {
    clearInterval(keepAlive);
    stop();
  });
}

/** A body blown up to megabytes is nothing to look at. */
function shorten(_key: string, value: unknown): unknown {
  return typeof value === "string" && value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value;
}
