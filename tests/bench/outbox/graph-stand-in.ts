import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type SendsReport = { perSecond: number[]; sends: number; doubles: number; outOfOrder: number };

/**
 * The least that a Graph API can do for sends: it takes every one at once, and counts. The simulator knows every rule of
 * Meta's and would be what is measured.
 */
const perSecond: number[] = [];
const seen = new Set<string>();
const lastOf = new Map<string, number>();
let startedMs: number | null = null;
let doubles = 0;
let outOfOrder = 0;

/** Texts are numbers that only grow within a conversation. */
function count(psid: string, text: string): void {
  startedMs ??= performance.now();
  const second = Math.floor((performance.now() - startedMs) / 1000);
  perSecond[second] = (perSecond[second] ?? 0) + 1;
  const key = `${psid} ${text}`;
  if (seen.has(key)) doubles += 1;
  seen.add(key);
  if (Number(text) < (lastOf.get(psid) ?? 0)) outOfOrder += 1;
  lastOf.set(psid, Number(text));
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const answer = request.method === "POST" ? take(Buffer.concat(chunks)) : { data: [] };
    const body = JSON.stringify(answer);
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
  });
});

function take(body: Buffer): object {
  const { recipient, message } = JSON.parse(body.toString()) as {
    recipient: { id: string };
    message: { text: string };
  };
  count(recipient.id, message.text);
  return { recipient_id: recipient.id, message_id: `m_${recipient.id}-${message.text}` };
}

server.keepAliveTimeout = 60_000;
server.listen(0, () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", () => {
  process.send?.({
    perSecond: Array.from(perSecond, (sends) => sends ?? 0),
    sends: seen.size,
    doubles,
    outOfOrder,
  } satisfies SendsReport);
});
