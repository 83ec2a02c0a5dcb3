import { createHmac } from "node:crypto";
import { connect, type Socket } from "node:net";
import { WEBHOOK_PATH } from "../accept/prepare-requests";
import { toMixedBody } from "./to-mixed-body";

export type PacedOrder = { port: number; perSecond: number; seconds: number; appSecret: string };
export type PacedReport = {
  accepted: number;
  refused: number;
  elapsedMs: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  clientCpu: number;
};

const CONNECTIONS = 64;
const TICK_MS = 2;

/**
 * Sends a notification of one event every so often, whether the ones before are answered or not: what is late waits in
 * a line, and that time counts, so a server that stalls cannot hide it.
 */
async function fire({ port, perSecond, seconds, appSecret }: PacedOrder): Promise<PacedReport> {
  const count = perSecond * seconds;
  const latencies = new Float64Array(count);
  const free: Socket[] = [];
  const cpuBefore = process.cpuUsage();
  const startedMs = performance.now();
  const startedAtMs = Date.now();
  let sent = 0;
  let answered = 0;
  let accepted = 0;

  await new Promise<void>((resolve, reject) => {
    const dueMs = new Map<Socket, number>();
    const sendDue = () => {
      const due = Math.min(count, Math.floor(((performance.now() - startedMs) * perSecond) / 1000));
      while (sent < due) {
        // In turn, or a server would end those that are hardly used.
        const socket = free.shift();
        if (!socket) return;
        dueMs.set(socket, startedMs + (sent * 1000) / perSecond);
        socket.write(toRequest(toMixedBody(sent, startedAtMs + Math.floor((sent * 1000) / perSecond)), appSecret));
        sent += 1;
      }
    };
    const onAnswer = (socket: Socket, head: string) => {
      latencies[answered] = performance.now() - (dueMs.get(socket) ?? 0);
      answered += 1;
      if (head.startsWith("HTTP/1.1 200")) accepted += 1;
      free.push(socket);
      if (answered === count) resolve();
    };
    for (let n = 0; n < CONNECTIONS; n += 1) {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      socket.once("connect", () => free.push(socket));
      // Answers are shorter than a packet, and come one at a time on each connection.
      socket.on("data", (chunk) => onAnswer(socket, chunk.toString("latin1", 0, 12)));
      socket.on("error", reject);
    }
    setInterval(sendDue, TICK_MS);
  });

  const elapsedMs = performance.now() - startedMs;
  const cpu = process.cpuUsage(cpuBefore);
  latencies.sort();
  const at = (share: number) => latencies[Math.min(count - 1, Math.floor(count * share))] ?? Number.NaN;
  return {
    accepted,
    refused: count - accepted,
    elapsedMs,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
    clientCpu: (cpu.user + cpu.system) / 1000 / elapsedMs,
  };
}

function toRequest(body: string, appSecret: string): string {
  return [
    `POST ${WEBHOOK_PATH} HTTP/1.1`,
    "Host: localhost",
    "Accept: */*",
    "User-Agent: facebookexternalua",
    "Content-Type: application/json",
    `X-Hub-Signature-256: sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`,
    `Content-Length: ${body.length}`,
    "",
    body,
  ].join("\r\n");
}

process.once("message", async (order: PacedOrder) => {
  process.send?.(await fire(order));
  process.exit(0);
});
