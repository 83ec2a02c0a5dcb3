import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { PreparedRequests } from "./prepare-requests";

export interface Volley {
  port: number;
  connections: number;
  /** Place of the first request to send. */
  from: number;
  /** Ends when all are sent, or after this time, whichever comes first. */
  maxMs: number;
  /** Spread evenly over this time; left out, each goes as soon as its connection is free. */
  overMs?: number;
}

export interface VolleyResult {
  sent: number;
  accepted: number;
  /** Answered with anything but 200, or not answered. */
  refused: number;
  /** From the first request to the last answer. */
  elapsedMs: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  /** Share of one core that the client itself took: near 1 it measures itself. */
  clientCpu: number;
}

/**
 * Sends prepared requests over keep-alive connections, on each the next as soon as the last is answered. Raw sockets: the
 * client runs beside the server on few cores, and an HTTP client would cost more than what it measures.
 */
export async function fireRequests(
  { bytes, ends }: PreparedRequests,
  { port, connections, from, maxMs, overMs }: Volley,
) {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const latencies = new Float64Array(ends.length - from);
  let next = from;
  let answered = 0;
  let accepted = 0;
  const cpuBefore = process.cpuUsage();
  const startedMs = performance.now();
  const deadlineMs = startedMs + maxMs;

  const driveOne = (socket: Socket) =>
    new Promise<void>((resolve) => {
      let sentMs = 0;
      let rest: Buffer | null = null;
      const sendNext = () => {
        const dueMs = overMs === undefined ? 0 : startedMs + (overMs * (next - from)) / (ends.length - from);
        if (next < ends.length && dueMs > performance.now()) {
          setTimeout(sendNext, dueMs - performance.now());
          return;
        }
        sentMs = performance.now();
        if (next >= ends.length || sentMs > deadlineMs) {
          socket.end();
          resolve();
          return;
        }
        const start = next === 0 ? 0 : (ends[next - 1] as number);
        socket.write(bytes.subarray(start, ends[next] as number));
        next += 1;
      };
      socket.on("data", (chunk) => {
        const received: Buffer = rest ? Buffer.concat([rest, chunk]) : chunk;
        const status = parseAnswer(received);
        rest = status === null ? received : null;
        if (status === null) return;
        latencies[answered] = performance.now() - sentMs;
        answered += 1;
        if (status === 200) accepted += 1;
        sendNext();
      });
      socket.on("error", () => resolve());
      socket.on("close", () => resolve());
      sendNext();
    });
  await Promise.all(sockets.map(driveOne));

  const elapsedMs = performance.now() - startedMs;
  const cpu = process.cpuUsage(cpuBefore);
  const sorted = latencies.subarray(0, answered).sort();
  const at = (share: number) => sorted[Math.min(answered - 1, Math.floor(answered * share))] ?? Number.NaN;
  const result: VolleyResult = {
    sent: next - from,
    accepted,
    refused: next - from - accepted,
    elapsedMs,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
    clientCpu: (cpu.user + cpu.system) / 1000 / elapsedMs,
  };
  return result;
}

async function open(port: number) {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await once(socket, "connect");
  return socket;
}

/** The status of a complete answer, or null while it is still arriving. Knows Content-Length, which all of these send. */
function parseAnswer(received: Buffer): number | null {
  const text = received.toString("latin1");
  const headEnd = text.indexOf("\r\n\r\n");
  if (headEnd < 0) return null;
  const length = /content-length: *(\d+)/i.exec(text);
  if (length === null) throw new Error(`An answer without Content-Length:\n${text}`);
  return received.length >= headEnd + 4 + Number(length[1]) ? Number(text.slice(9, 12)) : null;
}
