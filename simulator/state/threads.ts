import type { Channel, Page, Person, SimulatorState, Thread, ThreadMessage } from "./simulator-state";

const PSID_BASE = 7_000_000_000_000_000n;
const IGSID_BASE = 9_100_000_000_000_000n;

/**
 * The person's id on this Page: stable, and another one on every Page.
 * Page 1, person 1 is 7000000000000001, on Page 2 the same person is 7000000000100001.
 */
function toScopedId(state: SimulatorState, person: Person, pageId: string, channel: Channel): string {
  const pageIndex = BigInt([...state.pages.keys()].indexOf(pageId));
  const base = channel === "messenger" ? PSID_BASE : IGSID_BASE;
  return String(base + pageIndex * 100_000n + BigInt(person.index));
}

/** The person's thread with the Page, made on first use. @throws Error when the Page has no such channel. */
export function getThread(state: SimulatorState, person: Person, page: Page, channel: Channel = "messenger"): Thread {
  const scopedId = toScopedId(state, person, page.id, channel);
  const known = state.threads.get(scopedId);
  if (known !== undefined) return known;
  const accountId = channel === "messenger" ? page.id : page.instagram?.id;
  if (accountId === undefined) throw new Error(`Page ${page.name} has no Instagram account.`);
  const thread: Thread = {
    scopedId,
    channel,
    pageId: page.id,
    accountId,
    personKey: person.key,
    lastInboundAtMs: null,
    lastAdAtMs: null,
    lastMessageAtMs: null,
    isBlocked: false,
    hasStarted: false,
    ownerAppId: null,
    ownerSinceMs: 0,
    ownerExtendedToMs: 0,
    messages: [],
    senderAction: null,
    seenAtMs: null,
  };
  state.threads.set(scopedId, thread);
  return thread;
}

/** The thread of this Page with the person of that id, or null. */
export function findThreadOf(state: SimulatorState, page: Page, scopedId: string): Thread | null {
  const thread = state.threads.get(scopedId);
  return thread?.pageId === page.id ? thread : null;
}

const HELD_MS = 24 * 3_600_000;

/**
 * The app that holds the thread: it was given or took it, and since then somebody wrote within the last 24 hours or the
 * hold was extended. Null: idle.
 *
 * @see Meta docs: messenger-platform/conversation-routing
 */
export function holderOf(thread: Thread, nowMs: number): string | null {
  return nowMs < holdEndsMs(thread) ? thread.ownerAppId : null;
}

/** When the hold of a thread ends by itself (Unix ms). */
export function holdEndsMs(thread: Thread): number {
  const activeMs = Math.max(thread.ownerSinceMs, thread.lastInboundAtMs ?? 0);
  return Math.max(activeMs + HELD_MS, thread.ownerExtendedToMs);
}

/** Who owns the thread: the app that holds it, else the Page's default app; null: nobody, so every app may answer. */
export function ownerOf(state: SimulatorState, thread: Thread, nowMs: number): string | null {
  return holderOf(thread, nowMs) ?? state.pages.get(thread.pageId)?.defaultAppId ?? null;
}

/** A message with nothing in it; callers give what is particular. */
export function aThreadMessage(
  given: Pick<ThreadMessage, "mid" | "from" | "atMs"> & Partial<ThreadMessage>,
): ThreadMessage {
  return {
    appId: null,
    text: null,
    attachments: [],
    quickReplies: [],
    metadata: null,
    messagingType: null,
    tag: null,
    replyToMid: null,
    reaction: null,
    editCount: 0,
    isDeleted: false,
    isAgreedTo: false,
    deliveredAtMs: null,
    readAtMs: null,
    ...given,
  };
}

export function findMessage(thread: Thread, mid: string): ThreadMessage | null {
  return thread.messages.find((message) => message.mid === mid) ?? null;
}
