import { GraphError, invalidParameter } from "../graph/graph-error";
import { newOneTimeToken } from "../new-id";
import type { OneTimeToken, Page, SimulatorState, Thread, ThreadMessage } from "../state/simulator-state";
import type { World } from "../world";
import { toFields } from "./message-limits";

const LIFETIME_MS = 365 * 24 * 3_600_000;

/** What a message asks to be told once, or null when it asks nothing. */
export function findOneTimeRequest(message: ThreadMessage): { title: string; payload: string } | null {
  const payload = toFields(toFields(message.attachments[0])?.payload);
  if (payload?.template_type !== "one_time_notif_req") return null;
  return { title: String(payload.title), payload: String(payload.payload) };
}

/** Whether the Page may ask for one-time notifications: Meta lets each Page by itself. @throws {GraphError} 10, unconfirmed */
export function checkMayAsk(page: Page): void {
  if (page.hasOneTime) return;
  throw new GraphError("(#10) This Page does not have permission to send one-time notification requests.", {
    code: 10,
    status: 403,
  });
}

/** The person agrees: a token for one message. @throws Error when the message asks nothing or was agreed to already */
export function grantOneTime(world: World, thread: Thread, message: ThreadMessage): OneTimeToken {
  const request = findOneTimeRequest(message);
  if (request === null) throw new Error("This message is no one-time notification request.");
  const tokens = world.state.oneTimeTokens;
  if ([...tokens.values()].some(({ mid }) => mid === message.mid)) throw new Error("This was agreed to already.");
  const token: OneTimeToken = {
    value: newOneTimeToken(),
    pageId: thread.pageId,
    scopedId: thread.scopedId,
    mid: message.mid,
    payload: request.payload,
    createdAtMs: world.clock.nowMs(),
    spentAtMs: null,
  };
  tokens.set(token.value, token);
  return token;
}

/**
 * A token that still lets one message out: of this Page, not spent, younger than a year.
 *
 * @throws {GraphError} 100; Meta names no subcode
 */
export function findUsableToken(state: SimulatorState, page: Page, value: string, nowMs: number): OneTimeToken {
  const token = state.oneTimeTokens.get(value);
  if (token === undefined || token.pageId !== page.id) throw invalidParameter("Invalid one-time notification token.");
  if (token.spentAtMs !== null) throw invalidParameter("The one-time notification token has already been used.");
  if (nowMs - token.createdAtMs >= LIFETIME_MS) throw invalidParameter("The one-time notification token has expired.");
  return token;
}
