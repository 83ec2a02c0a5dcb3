import { createHmac } from "node:crypto";

export const BENCH_PAGE_ID = "200000000000001";
export const WEBHOOK_PATH = "/api/webhook";
const PEOPLE = 300;

/** Requests as they go over the wire, head and body, one behind the other. */
export interface PreparedRequests {
  bytes: Buffer;
  /** Where each ends; it starts where the one before ends. */
  ends: Uint32Array;
}

/**
 * Writes and signs `count` notifications of one message each, as Meta sends them (Meta docs: Messenger webhooks), before
 * the clock runs. Each has a `mid` of its own; they come from 300 people in turn.
 *
 * @param firstIndex counts on from the ones before, so that none is a duplicate
 */
export function prepareRequests(count: number, firstIndex: number, appSecret: string): PreparedRequests {
  const ends = new Uint32Array(count);
  const startMs = Date.now();
  let bytes = Buffer.allocUnsafe(count * 1024);
  let end = 0;
  for (let i = 0; i < count; i += 1) {
    const request = toRequest(toBody(firstIndex + i, startMs + i), appSecret);
    if (end + request.length > bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2);
    end += bytes.write(request, end, "latin1");
    ends[i] = end;
  }
  return { bytes, ends };
}

function toBody(index: number, timestampMs: number) {
  const psid = String(7_000_000_000_000_000 + (index % PEOPLE));
  const message = { mid: `m_bench-${index}-Qk5yZ3JhbUlzTm90QVJlYWxNaWQ`, text: `Do you open on Sunday? ${index}` };
  const event = { sender: { id: psid }, recipient: { id: BENCH_PAGE_ID }, timestamp: timestampMs, message };
  return JSON.stringify({
    object: "page",
    entry: [{ id: BENCH_PAGE_ID, time: timestampMs + 120, messaging: [event] }],
  });
}

function toRequest(body: string, appSecret: string) {
  return [
    `POST ${WEBHOOK_PATH} HTTP/1.1`,
    "Host: localhost",
    "Accept: */*",
    "Accept-Encoding: deflate, gzip",
    "User-Agent: facebookexternalua",
    "Content-Type: application/json",
    `X-Hub-Signature: sha1=${createHmac("sha1", appSecret).update(body).digest("hex")}`,
    `X-Hub-Signature-256: sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`,
    `Content-Length: ${body.length}`,
    "",
    body,
  ].join("\r\n");
}
