import { createHash } from "node:crypto";
import { toFields } from "../../send/message-limits";
import type { Channel, Page, Thread, ThreadMessage } from "../../state/simulator-state";
import { ownerOf } from "../../state/threads";
import type { World } from "../../world";
import { authenticate, type Caller, mayUse, requirePageToken } from "../authenticate";
import { GraphError, invalidParameter } from "../graph-error";
import type { GraphAnswer, GraphRequest } from "../graph-request";
import { paginate } from "../paginate";
import { checkLookupRate } from "../rate-limits";
import { parseLimit, selectFields } from "../select-fields";

const NEEDED: Record<Channel, readonly string[]> = {
  messenger: ["pages_manage_metadata", "pages_read_engagement", "pages_messaging"],
  instagram: ["instagram_basic", "instagram_manage_messages", "pages_manage_metadata"],
};
const DEFAULTS = ["id", "updated_time"];
const MAX_PER_ANSWER = 25;
/** Details are answered for the newest messages only. */
const DETAILED = 20;
const WINDOW_MS = 24 * 3_600_000;

/**
 * `GET /{page-id}/conversations`: the Page's threads, newest first, or with `user_id` the one with that person; two looks
 * a second. Of each thread the 20 newest messages.
 *
 * @see Meta docs: messenger-platform/conversations
 */
export function listConversations(world: World, request: GraphRequest): GraphAnswer {
  const { params } = request;
  const caller = requirePageToken(authenticate(world, request), request.segments[0] ?? "me");
  const platform = params.text("platform") ?? "messenger";
  if (platform !== "messenger" && platform !== "instagram") {
    throw invalidParameter("Param platform must be one of {messenger, instagram}");
  }
  requirePermissions(world, caller, platform);
  const { page } = caller;
  checkLookupRate(world, page);
  const userId = params.text("user_id");
  const threads = [...world.state.threads.values()]
    .filter((thread) => thread.pageId === page.id && thread.channel === platform && thread.hasStarted)
    .filter((thread) => userId === undefined || thread.scopedId === userId)
    .sort((a, b) => (b.lastMessageAtMs ?? 0) - (a.lastMessageAtMs ?? 0));
  const fields = params.text("fields");
  const nodes = threads.map((thread) =>
    selectFields(toConversation(world, page, thread, parseLimit(fields, "messages")), {
      fields,
      defaults: DEFAULTS,
      type: "UnifiedThread",
    }),
  );
  return { body: paginate(world, request, nodes, { maxLimit: MAX_PER_ANSWER, path: `${page.id}/conversations` }) };
}

function requirePermissions(world: World, caller: Caller, platform: Channel): void {
  const missing = NEEDED[platform].find((permission) => !mayUse(world, caller, permission));
  if (missing === undefined) return;
  throw new GraphError(`(#200) Requires ${missing} permission to manage the object`, { code: 200, status: 403 });
}

function toConversation(world: World, page: Page, thread: Thread, limit: number): Record<string, unknown> {
  const nowMs = world.clock.nowMs();
  const sides = sidesOf(world, page, thread);
  const newest = thread.messages.slice(-Math.min(limit, DETAILED)).reverse();
  return {
    id: `t_${createHash("sha256").update(thread.scopedId).digest("hex").slice(0, 20)}`,
    updated_time: toTime(thread.lastMessageAtMs ?? 0),
    message_count: thread.messages.length,
    unread_count: thread.messages.filter(({ from, atMs }) => from === "person" && atMs > (thread.seenAtMs ?? 0)).length,
    snippet: thread.messages.at(-1)?.text ?? null,
    can_reply: nowMs - (thread.lastInboundAtMs ?? 0) <= WINDOW_MS,
    is_owner: page.defaultAppId === null ? null : ownerOf(world.state, thread, nowMs) === world.state.app.id,
    participants: { data: [sides.person, sides.page] },
    messages: { data: newest.map((message) => toMessage(message, sides)) },
  };
}

interface Sides {
  person: Record<string, string>;
  page: Record<string, string>;
}

/** On Instagram people have a username, elsewhere a name and an address made of their id. */
function sidesOf(world: World, page: Page, thread: Thread): Sides {
  const name = world.state.people.get(thread.personKey)?.name ?? "";
  if (thread.channel === "instagram") {
    const username = thread.personKey.replaceAll("-", ".");
    return {
      person: { username, id: thread.scopedId },
      page: { username: page.instagram?.username ?? "", id: thread.accountId },
    };
  }
  return {
    person: { name, email: `${thread.scopedId}@facebook.com`, id: thread.scopedId },
    page: { name: page.name, email: `${page.id}@facebook.com`, id: page.id },
  };
}

function toMessage(message: ThreadMessage, { person, page }: Sides): Record<string, unknown> {
  const [from, to] = message.from === "person" ? [person, page] : [page, person];
  const attachments = message.attachments.map((attachment, index) =>
    toAttachment(attachment, `${message.mid}:${index}`),
  );
  return {
    id: message.mid,
    created_time: toTime(message.atMs),
    from,
    to: { data: [to] },
    message: message.isDeleted ? null : (message.text ?? ""),
    attachments: attachments.length === 0 ? null : { data: attachments },
    sticker: null,
    shares: null,
    tags: null,
    reply_to: message.replyToMid === null ? null : { mid: message.replyToMid },
  };
}

function toAttachment(value: unknown, id: string): Record<string, unknown> {
  const attachment = toFields(value);
  const payload = toFields(attachment?.payload);
  if (attachment?.type === "template")
    return { id, generic_template: { title: payload?.text ?? payload?.title ?? null } };
  const name = attachment?.type === "image" ? "image_data" : attachment?.type === "video" ? "video_data" : null;
  return name === null ? { id, file_url: payload?.url } : { id, [name]: { url: payload?.url } };
}

/** `2026-11-20T10:15:30+0000`: to the second, as Graph writes times. */
const toTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}+0000`;
