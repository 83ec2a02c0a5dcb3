import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface Flood {
  port: number;
  count: number;
  connections: number;
  /** Spread over this time; 0: as fast as they are answered. */
  overMs: number;
  /** Connections beside them that stop within a large body. */
  halfSent: number;
  /** One in so many has a megabyte, the others a kilobyte. */
  largeEvery: number;
}

export interface FloodResult {
  /** Answers by status. */
  statuses: Record<string, number>;
  /** Connections that were closed before an answer was read, while a body was still being sent. */
  cutOff: number;
}

const KILOBYTE = 1024;
const SIGNATURES = ["", `X-Hub-Signature-256: sha256=${"0".repeat(64)}\r\n`];

/** What anybody can send: without a signature and with a wrong one. */
const requestsOf = (size: number) => {
  const body = Buffer.alloc(size, '{"object":"page"}');
  return SIGNATURES.map((signature) => Buffer.concat([head(body.length, signature), body]));
};
const SMALL = requestsOf(KILOBYTE);
const LARGE = requestsOf(1024 * KILOBYTE);

function head(length: number, signature: string): Buffer {
  return Buffer.from(
    `POST /api/webhook HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${signature}Content-Length: ${length}\r\n\r\n`,
  );
}

/** Posts what Meta has not signed, over raw sockets. */
export async function floodUnsigned({
  port,
  count,
  connections,
  overMs,
  halfSent,
  largeEvery,
}: Flood): Promise<FloodResult> {
  const result: FloodResult = { statuses: {}, cutOff: 0 };
  const hanging = await Promise.all(Array.from({ length: halfSent }, (_, at) => hang(port, at)));
  const startedMs = performance.now();
  let next = 0;
  const drive = async () => {
    let socket = await open(port);
    while (next < count) {
      const index = next;
      next += 1;
      const dueMs = startedMs + (overMs * index) / count - performance.now();
      if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
      if (!socket.writable) socket = await open(port);
      const kind = index % largeEvery === 0 ? LARGE : SMALL;
      // In turn among the small ones, and among the large ones.
      const turn = kind === LARGE ? index / largeEvery : index;
      const status = await post(socket, kind[turn % kind.length] as Buffer);
      if (status === null) result.cutOff += 1;
      else result.statuses[status] = (result.statuses[status] ?? 0) + 1;
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, drive));
  for (const socket of hanging) socket.destroy();
  return result;
}

/** The status; null when the connection was closed before there was one. */
function post(socket: Socket, request: Buffer): Promise<string | null> {
  return new Promise((resolve) => {
    const finish = (status: string | null) => {
      socket.off("data", onData).off("close", onClose);
      resolve(status);
    };
    const onData = (chunk: Buffer) => {
      const text = chunk.toString("latin1");
      if (/^connection: close/im.test(text)) socket.destroy();
      finish(text.slice(9, 12));
    };
    const onClose = () => finish(null);
    socket.on("data", onData).on("close", onClose);
    socket.write(request);
  });
}

/** Every other one without a signature. */
async function hang(port: number, at: number): Promise<Socket> {
  const socket = await open(port);
  const length = 4 * 1024 * KILOBYTE;
  socket.write(Buffer.concat([head(length, SIGNATURES[at % 2] as string), Buffer.alloc(length / 2, "x")]));
  return socket;
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  socket.on("error", () => {}); // That it was closed is what counts.
  await once(socket, "connect");
  return socket;
}
