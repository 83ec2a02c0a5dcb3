import type { Thread } from "../state/simulator-state";
import { ownerOf } from "../state/threads";
import type { World } from "../world";
import { toChannelField } from "./to-channel-field";

/**
 * Tells the app of something in a thread. While another app owns the thread it goes out on the `standby` channel,
 * and a postback then comes without its payload.
 *
 * @param from who acts: decides sender and recipient
 */
export function emitInThread(
  world: World,
  thread: Thread,
  given: {
    field: string;
    from: "person" | "page";
    atMs: number;
    content: Record<string, unknown>;
    /** Goes to the app itself, whoever owns the thread. */
    isDirect?: boolean;
  },
): Promise<void> {
  const target = toChannelField(thread.channel, given.field);
  if (target === null) return Promise.resolve();
  const { state, clock } = world;
  const ownerAppId = ownerOf(state, thread, clock.nowMs());
  const isStandby = given.isDirect !== true && ownerAppId !== null && ownerAppId !== state.app.id;
  const [senderId, recipientId] =
    given.from === "person" ? [thread.scopedId, thread.accountId] : [thread.accountId, thread.scopedId];
  const content = isStandby ? withoutPostbackPayload(given.content) : given.content;
  return world.notifier.emit({
    pageId: thread.pageId,
    accountId: thread.accountId,
    object: target.object,
    field: isStandby ? "standby" : target.field,
    channel: isStandby ? "standby" : "messaging",
    item: { sender: { id: senderId }, recipient: { id: recipientId }, timestamp: given.atMs, ...content },
    personHasAppRole: state.people.get(thread.personKey)?.appRole !== null,
  });
}

function withoutPostbackPayload(content: Record<string, unknown>): Record<string, unknown> {
  const { postback } = content;
  if (typeof postback !== "object" || postback === null) return content;
  return { ...content, postback: Object.fromEntries(Object.entries(postback).filter(([name]) => name !== "payload")) };
}
