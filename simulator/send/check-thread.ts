import { GraphError, invalidParameter } from "../graph/graph-error";
import type { Page, Thread } from "../state/simulator-state";
import { ownerOf } from "../state/threads";
import type { World } from "../world";

/** Meta's own automation of lead ads. @see Meta docs: conversation-routing (fixed app ids) */
export const LEAD_AUTOMATION_APP_ID = "413038776280800";

const HOUR_MS = 3_600_000;
export const STANDARD_WINDOW_MS = 24 * HOUR_MS;
const HUMAN_AGENT_WINDOW_MS = 7 * 24 * HOUR_MS;
const AD_WINDOW_MS = 7 * 24 * HOUR_MS;

const DEAD_TAGS = ["ACCOUNT_UPDATE", "CONFIRMED_EVENT_UPDATE", "POST_PURCHASE_UPDATE"];

/** Whether this Page may write to the person at all: mode, restriction, blocking, and who owns the thread. */
export function checkThread(world: World, page: Page, thread: Thread): void {
  const { app, people } = world.state;
  if (app.mode === "development" && people.get(thread.personKey)?.appRole === null) {
    throw new GraphError(
      "(#200) Cannot message users who are not admins, developers or testers of the app until pages_messaging permission is reviewed and the app is live.",
      { code: 200, subcode: 2018028, status: 403 },
    );
  }
  // A Page can write only to people who have written to it, or opened the thread.
  if (!thread.hasStarted || thread.pageId !== page.id) throw noMatchingUser();
  if (page.isRestricted) {
    throw new GraphError("(#10) This Page is temporarily restricted from sending messages.", {
      code: 10,
      subcode: 1893063,
      status: 403,
    });
  }
  if (thread.isBlocked) {
    throw new GraphError("(#551) This person isn't available right now.", { code: 551, subcode: 1545041 });
  }
  const ownerAppId = ownerOf(world.state, thread, world.clock.nowMs());
  if (ownerAppId !== null && ownerAppId !== app.id) throw heldElsewhere(thread, ownerAppId);
}

/** Another app, or an automation of Meta's own, holds the thread. */
export function heldElsewhere(thread: Thread, ownerAppId: string): GraphError {
  if (thread.channel === "instagram") {
    return new GraphError("(#100) The app is not the owner of this thread.", { code: 100, subcode: 2534037 });
  }
  const [subcode, message] =
    ownerAppId === LEAD_AUTOMATION_APP_ID
      ? [2018321, "(#10) Message failed to send because an automated Messenger flow is controlling this thread now."]
      : [2018300, "(#10) Message failed to send because another app is controlling this thread now."];
  return new GraphError(message, { code: 10, subcode, status: 403 });
}

/**
 * Whether the message may go out now: within 24 hours of the person's last action, and seven days of a message that came
 * through an ad, anything; later only a tag that still exists.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/messenger-platform/policy
 */
export function checkWindow(
  world: World,
  thread: Thread,
  { messagingType, tag }: { messagingType: string; tag: string | undefined },
): void {
  if (messagingType === "MESSAGE_TAG") {
    if (tag === undefined) throw invalidParameter("The parameter tag is required.");
    if (DEAD_TAGS.includes(tag)) throw invalidParameter("Invalid parameter");
    if (thread.channel === "instagram" && tag !== "HUMAN_AGENT") {
      throw invalidParameter("Param tag must be one of {HUMAN_AGENT}");
    }
    if (tag !== "HUMAN_AGENT" && tag !== "CUSTOMER_FEEDBACK") {
      throw invalidParameter("Param tag must be one of {HUMAN_AGENT, CUSTOMER_FEEDBACK}");
    }
    if (tag === "HUMAN_AGENT" && !world.state.app.features.has("Human Agent")) {
      throw new GraphError("(#10) To use the Human Agent tag, this app needs the Human Agent feature.", {
        code: 10,
        status: 403,
      });
    }
  }
  const nowMs = world.clock.nowMs();
  const allowedMs = messagingType === "MESSAGE_TAG" ? HUMAN_AGENT_WINDOW_MS : STANDARD_WINDOW_MS;
  if (nowMs - (thread.lastInboundAtMs ?? 0) <= allowedMs) return;
  if (nowMs - (thread.lastAdAtMs ?? 0) <= AD_WINDOW_MS) return;
  throw outsideWindow(thread);
}

export function outsideWindow(thread: Thread): GraphError {
  return new GraphError(
    "(#10) This message is sent outside of allowed window. Learn more about the new policy here: https://developers.facebook.com/docs/messenger-platform/policy-overview",
    { code: 10, subcode: thread.channel === "instagram" ? 2534022 : 2018278, status: 403 },
  );
}

export function noMatchingUser(): GraphError {
  return new GraphError("(#100) No matching user found", { code: 100, subcode: 2018001 });
}
