import type { Sample } from "../../lib/messenger/samples/sample";
import type { Thread } from "../state/simulator-state";
import { aThreadMessage, findMessage } from "../state/threads";
import type { World } from "../world";

interface Item {
  message?: {
    mid?: string;
    text?: string;
    attachments?: unknown[];
    is_echo?: boolean;
    is_deleted?: boolean;
    app_id?: number | string;
  };
  postback?: unknown;
  referral?: unknown;
  reaction?: { mid: string; emoji?: string };
  message_edit?: { mid: string; text: string };
}

/** Shows in the thread what a sample says, so that the phone, and samples about earlier messages, know of it. */
export function rememberSample(
  { log }: World,
  thread: Thread,
  { channel, kind }: Pick<Sample, "channel"> & { kind: string },
  item: string,
  atMs: number,
): void {
  if (channel === "changes" || kind === "unknown") return;
  const { message, postback, referral, reaction, message_edit: edit } = JSON.parse(item) as Item;
  const known = findMessage(thread, message?.mid ?? reaction?.mid ?? edit?.mid ?? "");
  if (message?.is_deleted && known !== null) known.isDeleted = true;
  if (reaction !== undefined && known !== null) known.reaction = reaction.emoji ?? null;
  if (edit !== undefined && known !== null) {
    known.text = edit.text;
    known.editCount += 1;
  }
  if (message?.mid !== undefined && !message.is_deleted) {
    const { mid, text = null, attachments = [], is_echo: isEcho, app_id: appId } = message;
    const from = isEcho ? "page" : "person";
    thread.messages.push(
      aThreadMessage({ mid, from, atMs, text, attachments, appId: appId === undefined ? null : String(appId) }),
    );
    thread.lastMessageAtMs = Math.max(thread.lastMessageAtMs ?? 0, atMs);
  }
  // What opens the 24-hour window (Meta docs: Send API, messaging window); receipts, edits and opt-ins do not.
  const isSaid = message !== undefined && !message.is_echo && !message.is_deleted;
  if (isSaid || postback !== undefined || referral !== undefined || reaction !== undefined) {
    thread.hasStarted = true;
    thread.lastInboundAtMs = Math.max(thread.lastInboundAtMs ?? 0, atMs);
  }
  log.changed("thread");
}
