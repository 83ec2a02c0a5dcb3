import { createServer } from "node:http";
import nextEnv from "@next/env";
import next from "next";
import { getEnv, SettingsError, toTrustedProxies } from "@/lib/env";
import { createDeskServer } from "@/lib/http/create-desk-server";
import { log } from "@/lib/log";
import { getDesk, stopDesk } from "@/lib/runtime/desk";
import { printSetupAddress } from "@/lib/runtime/print-setup-address";
import { serveWebhook } from "@/lib/webhook/node-webhook";

nextEnv.loadEnvConfig(process.cwd(), false);

/** A sentence on the terminal instead of a stack: whoever starts the desk can mend this. */
function giveUp(message: string): never {
  process.stderr.write(`Pagedesk cannot start.\n${message}\n`);
  process.exit(1);
}

function readSettings() {
  try {
    return getEnv();
  } catch (error) {
    if (error instanceof SettingsError) giveUp(error.message);
    throw error;
  }
}

function openDesk(databaseUrl: string) {
  try {
    return getDesk();
  } catch (error) {
    log.error({ err: error }, "the database could not be opened");
    return giveUp(`DATABASE_URL: ${databaseUrl} cannot be opened or brought up to date. ${(error as Error).message}`);
  }
}

const settings = readSettings();
const { PORT, DATABASE_URL } = settings;
const desk = openDesk(DATABASE_URL);
// Next takes over connections that ask to become a WebSocket, and leaves them open without end. It gets a server that
// nobody reaches to listen on, so that ours answers such a request like any other.
const app = next({ dev: false, dir: process.cwd(), port: PORT, httpServer: createServer() });
await app.prepare();
const serveNext = app.getRequestHandler();

const server = createDeskServer({
  serveWebhook: (request, response, headers) => serveWebhook(desk.webhook, request, response, headers),
  serveNext,
  publicUrl: settings.PUBLIC_URL,
  trustedProxies: toTrustedProxies(settings),
});
server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EADDRINUSE") giveUp(`Port ${PORT} is taken by another program. Set PORT to a free one.`);
  throw error;
});
server.listen(PORT, () => {
  log.info({ port: PORT }, "ready");
  void printSetupAddress(desk);
});

/** Longer than any answer takes; streams have ended by then. */
const STOP_MS = 1_500;
/** A connection is idle only once its answer has ended, and a stream's ends after `close`. */
const LOOK_EVERY_MS = 20;

/** No new connections, streams ended, the batch in hand committed, the database left as one file. */
function stop(): void {
  const finish = () => {
    stopDesk(desk);
    process.exit(0);
  };
  server.close(finish);
  desk.bus.close();
  setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS).unref();
  setTimeout(() => server.closeAllConnections(), STOP_MS).unref();
}
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
