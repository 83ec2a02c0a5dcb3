import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export const VERIFY_TOKEN = "verify-me";

export type Item = Record<string, Record<string, unknown> & { mid?: string; text?: string }>;

export interface Desk {
  url: string;
  /** What every notification is answered with, or each by its body; null: no answer at all. */
  status: number | null | ((body: string) => number | null);
  received: Array<{ body: string; headers: IncomingHttpHeaders }>;
  /** Items of all notifications, in order of arrival. */
  items(): Item[];
}

/** A desk reduced to its webhook: it answers the handshake and keeps every notification. */
export async function aDesk(): Promise<Desk> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://desk");
    if (request.method === "GET") {
      const isRight = url.searchParams.get("hub.verify_token") === VERIFY_TOKEN;
      response.writeHead(isRight ? 200 : 403).end(isRight ? url.searchParams.get("hub.challenge") : "");
      return;
    }
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      desk.received.push({ body, headers: request.headers });
      const status = typeof desk.status === "function" ? desk.status(body) : desk.status;
      if (status !== null) response.writeHead(status).end("EVENT_RECEIVED");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const desk: Desk = {
    url: `http://127.0.0.1:${port}/webhook`,
    status: 200,
    received: [],
    items: () => desk.received.flatMap(({ body }) => toItems(body)),
  };
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return desk;
}

function toItems(body: string): Item[] {
  const { entry } = JSON.parse(body) as { entry: Array<{ messaging?: Item[]; standby?: Item[] }> };
  return entry.flatMap(({ messaging = [], standby = [] }) => [...messaging, ...standby]);
}
