import { RawJson, toJsonText } from "../wire/raw-json";
import type { SimulatedEvent } from "./notifier";

/** Events of one object as the body of one notification: an entry for each account and channel, in order of first appearance. */
export function toEnvelope(object: string, events: readonly SimulatedEvent[], nowMs: number): RawJson {
  const entries = new Map<string, { accountId: string; channel: SimulatedEvent["channel"]; items: string[] }>();
  for (const { accountId, channel, item } of events) {
    const key = `${accountId} ${channel}`;
    const entry = entries.get(key) ?? { accountId, channel, items: [] };
    entry.items.push(toJsonText(item));
    entries.set(key, entry);
  }
  const texts = [...entries.values()].map(({ accountId, channel, items }) => {
    // Messaging entries carry milliseconds, `changes` entries seconds (Meta docs: webhooks reference, page).
    const time = channel === "changes" ? Math.floor(nowMs / 1000) : nowMs;
    return `{"id":${JSON.stringify(accountId)},"time":${time},"${channel}":[${items.join(",")}]}`;
  });
  return new RawJson(`{"object":"${object}","entry":[${texts.join(",")}]}`);
}
