import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerControlCall } from "../control/answer-control-call";
import { answerGraphCall } from "../graph/answer-graph-call";
import { answerDialog } from "../login/answer-dialog";
import { serveMedia } from "../media/serve-media";
import { servePage } from "../page/serve-page";
import type { Simulator } from "../simulator";
import type { World } from "../world";
import { type ReadRequest, readRequest } from "./read-request";

const DIALOG = /^(\/v\d+\.\d+)?\/dialog\/oauth\/?$/;

/** One server for all parts: the page, pictures and control API, the login dialog, and the Graph API for the rest. */
export function createSimulatorServer(world: World, getSimulator: () => Omit<Simulator, "close">): Server {
  return createServer((request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?", 1);
    if (servePage(world, path, request, response) || serveMedia(world, path, response)) return;
    void answer(world, getSimulator, request, response);
  });
}

async function answer(
  world: World,
  getSimulator: () => Omit<Simulator, "close">,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const end = world.work.begin();
  try {
    const read = await readRequest(request);
    if (read.path.startsWith("/_simulator")) {
      // A control call may itself wait for quiet, so it is no work to wait for.
      end();
      await answerControlCall(getSimulator(), read, response);
    } else if (DIALOG.test(read.path)) answerDialogLogged(world, read, response);
    else await answerGraphCall(world, read, response);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    world.log.remark("alert", "simulator_fault", `${request.method} failed: ${message}`, world.clock.nowMs());
    if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
    response.end(`Simulator fault: ${message}`);
  } finally {
    end();
  }
}

function answerDialogLogged(world: World, read: ReadRequest, response: ServerResponse): void {
  const startedMs = performance.now();
  answerDialog(world, read, response);
  world.log.recordCall({
    id: world.log.nextId(),
    atMs: world.clock.nowMs(),
    operation: "dialog",
    method: read.method,
    path: read.path,
    query: read.rawQuery,
    headers: read.headers,
    body: read.rawBody.toString(),
    status: response.statusCode,
    answer: "",
    durationMs: Math.round(performance.now() - startedMs),
    error: null,
  });
}
