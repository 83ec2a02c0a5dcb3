import { appendOutgoing, emitEcho, followUp } from "../../send/accept-send";
import { checkThread, checkWindow, noMatchingUser } from "../../send/check-thread";
import { checkInstagram, toFields } from "../../send/message-limits";
import { checkMayAsk, findUsableToken } from "../../send/one-time";
import { readSend, type SendRequest } from "../../send/read-send";
import { resolveAttachment } from "../../send/resolve-attachment";
import { applySenderAction } from "../../send/sender-action";
import { checkPass, passThread, releaseThread } from "../../send/thread-control";
import { fillUtility } from "../../send/utility-message";
import type { OneTimeToken, Page, QuickReply, Thread } from "../../state/simulator-state";
import { findMessage } from "../../state/threads";
import type { World } from "../../world";
import { authenticate, type Caller, holdsTask, mayUse, requirePageToken } from "../authenticate";
import { GraphError, invalidParameter } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";
import { checkRate } from "../rate-limits";

const STICKER_PATH = "/_simulator/media/sticker.png";
const QUOTABLE_MS = 24 * 3_600_000;

/**
 * `POST /{page-id}/messages`, the Send API. The order of the checks is fixed so that a request with two faults
 * always gets the same refusal: token, proof, permission, Page, shape, mode, recipient, restriction, blocking,
 * thread control, window and tag, rate.
 *
 * @see https://developers.facebook.com/docs/messenger-platform/reference/send-api
 */
export async function sendMessage(world: World, request: GraphRequest): Promise<GraphAnswer> {
  const caller = requireSender(world, request);
  const { page } = caller;
  const send = readSend(request);
  checkPageMaySend(world, caller, send);
  const token = findToken(world, page, send);
  const thread = findThread(world, page, send, token);
  checkThread(world, page, thread);
  if (send.content === null && send.utility === null) {
    checkRate(world, page);
    applySenderAction(world, thread, send.action ?? "", send.actionPayload);
    return { body: { recipient_id: thread.scopedId } };
  }
  if (thread.channel === "instagram") checkOnInstagram(send);
  const replyToMid = readReplyTo(world, send.replyTo, thread);
  if (send.utility === null && token === null) checkWindow(world, thread, send);
  if (send.handOver?.type === "pass") checkPass(world, page, thread, send.handOver.appId ?? "");
  const shown = await resolveContent(world, page, thread, send, request);
  const mediaType = send.content?.attachment?.type;
  checkRate(world, page, mediaType === "audio" || mediaType === "video" ? "media" : "text");
  if (token !== null) token.spentAtMs = world.clock.nowMs();

  const end = world.work.begin();
  const message = appendOutgoing(world, thread, {
    appId: world.state.app.id,
    text: shown.text,
    attachments: shown.attachments,
    quickReplies: withOwnDetails(world, thread, send.content?.quickReplies ?? []),
    metadata: send.content?.metadata ?? send.utility?.metadata ?? null,
    messagingType: send.messagingType,
    tag: send.tag ?? null,
    replyToMid,
  });
  if (send.handOver?.type === "pass") passThread(world, page, thread, send.handOver.appId ?? "");
  if (send.handOver?.type === "release") releaseThread(world, thread);
  if (world.settings.echo === "before") await emitEcho(world, thread, message);
  return {
    body: {
      recipient_id: thread.scopedId,
      message_id: message.mid,
      ...(shown.attachmentId === null ? {} : { attachment_id: shown.attachmentId }),
    },
    afterAnswer: () => {
      followUp(world, thread, message);
      end();
    },
  };
}

/** A Page token whose person may write for the Page. @throws {GraphError} 190, 230, 210, 200 */
function requireSender(world: World, request: GraphRequest): Extract<Caller, { kind: "PAGE" }> {
  const authenticated = authenticate(world, request);
  if (!mayUse(world, authenticated, "pages_messaging")) {
    throw new GraphError("(#230) Requires pages_messaging permission to manage the object", { code: 230, status: 403 });
  }
  const caller = requirePageToken(authenticated, request.segments[0] ?? "me");
  if (!holdsTask(caller, "MESSAGING")) {
    throw new GraphError("(#200) The user must hold the MESSAGING task on the Page.", { code: 200, status: 403 });
  }
  return caller;
}

/** What only some Pages may: utility messages, and asking for one-time notifications. @throws {GraphError} 200, 10 */
function checkPageMaySend(world: World, caller: Extract<Caller, { kind: "PAGE" }>, send: SendRequest): void {
  if (send.utility !== null && !mayUse(world, caller, "page_utility_messaging")) {
    throw new GraphError("(#200) Requires page_utility_messaging permission to manage the object", {
      code: 200,
      status: 403,
    });
  }
  if (send.content?.attachment?.payload.template_type === "one_time_notif_req") checkMayAsk(caller.page);
}

function findToken(world: World, page: Page, { recipient, action }: SendRequest): OneTimeToken | null {
  if (recipient.kind !== "one_time") return null;
  if (action !== null) throw invalidParameter("Param recipient[id] is required for a sender action.");
  return findUsableToken(world.state, page, recipient.token, world.clock.nowMs());
}

function findThread(world: World, page: Page, { recipient }: SendRequest, token: OneTimeToken | null): Thread {
  const scopedId = token?.scopedId ?? (recipient.kind === "id" ? recipient.id : "");
  const thread = world.state.threads.get(scopedId);
  if (thread === undefined || thread.pageId !== page.id) throw noMatchingUser();
  return thread;
}

function checkOnInstagram({ content, utility }: SendRequest): void {
  if (utility !== null) throw invalidParameter("Utility messages are not available on Instagram.", 2534015);
  if (content !== null) checkInstagram(content);
}

/** What the person gets to see, and the id under which an attachment was saved if it was. */
async function resolveContent(
  world: World,
  page: Page,
  thread: Thread,
  { content, utility }: SendRequest,
  request: GraphRequest,
): Promise<{ text: string | null; attachments: unknown[]; attachmentId: string | null }> {
  if (utility !== null) return { ...fillUtility(world.state, page, utility), attachmentId: null };
  if (content === null) return { text: null, attachments: [], attachmentId: null };
  const { text, attachment, stickerId } = content;
  if (attachment !== null) {
    const resolved = await resolveAttachment(world, page, thread.channel, attachment, request.file);
    return { text, attachments: [resolved.shown], attachmentId: resolved.attachmentId };
  }
  const sticker = { type: "sticker", payload: { url: `${world.origin}${STICKER_PATH}`, sticker_id: stickerId } };
  return { text, attachments: stickerId === null ? [] : [sticker], attachmentId: null };
}

/** Quick replies that ask for a phone number or an e-mail address offer the person's own. */
function withOwnDetails(world: World, thread: Thread, replies: QuickReply[]): QuickReply[] {
  const person = world.state.people.get(thread.personKey);
  const details: Record<string, string> = {
    user_phone_number: `+39 010 ${String(1_000_000 + (person?.index ?? 0))}`,
    user_email: `${thread.personKey}@example.test`,
  };
  return replies.map((reply) => {
    const detail = details[reply.contentType];
    return detail === undefined ? reply : { ...reply, title: detail, payload: detail };
  });
}

/** The message that is quoted, of either side: only while the person wrote within 24 hours. @throws {GraphError} 100 */
function readReplyTo(world: World, value: unknown, thread: Thread): string | null {
  if (value === undefined) return null;
  const mid = toFields(value)?.mid;
  if (typeof mid !== "string" || findMessage(thread, mid) === null)
    throw invalidParameter("Param reply_to[mid] is invalid.");
  if (world.clock.nowMs() - (thread.lastInboundAtMs ?? 0) > QUOTABLE_MS) {
    throw invalidParameter("Param reply_to needs a message of the person within the last 24 hours.");
  }
  return mid;
}
