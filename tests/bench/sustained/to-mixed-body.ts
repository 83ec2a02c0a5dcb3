import { BENCH_PAGE_ID } from "../accept/prepare-requests";

const PEOPLE = 1_000;

/** Of ten events, as in life: what is said, by either side, and what became of it. */
const MIX = [
  "message",
  "echo",
  "delivery",
  "message",
  "read",
  "message",
  "echo",
  "delivery",
  "message",
  "echo",
] as const;

/** How many of `count` events are messages in a thread. */
export function countMessages(count: number): number {
  return Array.from({ length: count }, (_, index) => kindOf(index)).filter((kind) => /message|echo/.test(kind)).length;
}

/**
 * Body of the notification of one event (Meta docs: Messenger webhooks). A thousand people take turns, each goes through
 * the mix; receipts are about what the Page sent them last.
 */
export function toMixedBody(index: number, atMs: number): string {
  const person = { id: String(7_000_000_000_000_000 + (index % PEOPLE)) };
  const page = { id: BENCH_PAGE_ID };
  const fromPerson = { sender: person, recipient: page, timestamp: atMs };
  return JSON.stringify({ object: "page", entry: [{ id: page.id, time: atMs + 120, messaging: [toItem()] }] });

  function toItem() {
    switch (kindOf(index)) {
      case "message":
        return { ...fromPerson, message: { mid: toMid(index), text: `Do you open on Sunday? ${index}` } };
      case "echo": {
        const message = {
          mid: toMid(index),
          is_echo: true,
          app_id: 263902037430900,
          text: `From ten to six. ${index}`,
        };
        return { sender: page, recipient: person, timestamp: atMs, message };
      }
      case "delivery":
        return { ...fromPerson, delivery: { mids: [toMid(index - PEOPLE)], watermark: atMs } };
      case "read":
        return { ...fromPerson, read: { watermark: atMs } };
    }
  }
}

function kindOf(index: number) {
  return MIX[Math.floor(index / PEOPLE) % MIX.length] as (typeof MIX)[number];
}

function toMid(index: number): string {
  return `m_sustained-${index}-Qk5yZ3JhbUlzTm90QVJlYWxNaWQtYnV0QXNMb25nQXNPbmU`;
}
